package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * The database was closed before or while this ran. A transaction that was open is rolled back. One in memory is gone also
 * when an error leaves its only connection in a state that nobody can vouch for.
 */
public final class DatabaseClosedException extends LitmusException {

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
  public DatabaseClosedException(
      String database,
      @Nullable String statement,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    super(database, statement, fact, advice, cause);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_CLOSED;
  }
}
