package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * Something that the transaction at hand does not allow: a write while reading, a stronger mode inside a weaker one, work
 * or a commit after SQLite ended the transaction, a scope ended out of order or by another thread.
 */
public final class TransactionException extends LitmusException {

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
  public TransactionException(
      String database,
      @Nullable String statement,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    super(database, statement, fact, advice, cause);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_TRANSACTION_FAILED;
  }
}
