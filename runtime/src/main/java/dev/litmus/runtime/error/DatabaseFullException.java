package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * The disk is full, or the database has reached its largest size. SQLite has ended the transaction: nothing of it stays,
 * and what was committed before is intact and can be read.
 */
public final class DatabaseFullException extends LitmusException {

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
  public DatabaseFullException(
      String database,
      @Nullable String statement,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    super(database, statement, fact, advice, cause);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_FULL;
  }
}
