package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * Newer code has migrated the database; this code does not know what that changed. Nothing was touched.
 */
public final class DatabaseTooNewException extends MigrationException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param database the database it happened in
   * @param fact what happened, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what the driver or the system reported, or null
   */
  public DatabaseTooNewException(
      String database, String fact, @Nullable String advice, @Nullable Throwable cause) {
    super(database, fact, advice, cause);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_TOO_NEW;
  }
}
