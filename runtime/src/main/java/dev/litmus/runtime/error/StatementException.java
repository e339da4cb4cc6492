package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * SQLite could not run a statement, for a reason that has no type of its own here; or it is dynamic SQL that Litmus does
 * not run, or that does not fit its values or rows. The statement had no effect.
 */
public final class StatementException extends LitmusException {

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
  public StatementException(
      String database,
      @Nullable String statement,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    super(database, statement, fact, advice, cause);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_STATEMENT_FAILED;
  }
}
