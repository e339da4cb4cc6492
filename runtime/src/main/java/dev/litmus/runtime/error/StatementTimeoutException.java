package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * The time for a statement or a transaction is over. What ran was ended; a transaction is rolled back.
 */
public final class StatementTimeoutException extends LitmusException {

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
  public StatementTimeoutException(
      String database,
      @Nullable String statement,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    super(database, statement, fact, advice, cause);
  }
}
