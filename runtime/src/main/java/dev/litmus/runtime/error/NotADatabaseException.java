package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * The file is not an SQLite database, or it is an encrypted one. It is unchanged.
 */
public final class NotADatabaseException extends DatabaseOpenException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param database the database it happened in
   * @param fact what happened, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what the driver or the system reported, or null
   */
  public NotADatabaseException(
      String database, String fact, @Nullable String advice, @Nullable Throwable cause) {
    super(database, fact, advice, cause);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_NOT_A_DATABASE;
  }
}
