package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * No database of this name is open. The message lists those that are.
 */
public final class DatabaseNotFoundException extends LitmusException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param database the database it happened in
   * @param fact what happened, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what the driver or the system reported, or null
   */
  public DatabaseNotFoundException(
      String database, String fact, @Nullable String advice, @Nullable Throwable cause) {
    super(database, null, fact, advice, cause);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_NOT_FOUND;
  }
}
