package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * A constraint of the schema refused a change: unique, not null, check, foreign key, or one raised by a trigger. The
 * statement had no effect; {@link #sqliteCode()} tells which kind it was. A deferred foreign key refuses the commit, and
 * then the whole transaction is rolled back.
 */
public final class ConstraintException extends LitmusException {

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
  public ConstraintException(
      String database,
      @Nullable String statement,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    super(database, statement, fact, advice, cause);
  }
}
