package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * A database was used that could not be opened when the application started, and that the application can do without.
 * The cause says why it could not be opened. Nothing was run; the other databases are open.
 */
public final class DatabaseUnavailableException extends LitmusException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param database the database it happened in
   * @param statement the statement that was running, or null when none was
   * @param fact what happened, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what the driver or the system reported, or null
   */
  public DatabaseUnavailableException(
      String database,
      @Nullable String statement,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    super(database, statement, fact, advice, cause);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_UNAVAILABLE;
  }
}
