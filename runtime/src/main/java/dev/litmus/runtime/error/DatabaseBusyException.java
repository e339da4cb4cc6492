package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * The writer or a reader was not free in time, or another process held the file's lock. The message names the threads
 * of this process that hold it, and says when such a thread has died. Nothing was run; trying again is safe outside a
 * transaction.
 */
public final class DatabaseBusyException extends LitmusException {

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
  public DatabaseBusyException(
      String database,
      @Nullable String statement,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    super(database, statement, fact, advice, cause);
  }

  @Override
  public boolean isRetriable() {
    return true;
  }
}
