package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * The transaction <i>is committed</i>; an action that was to run after it failed, and is the cause. Do not run the
 * transaction again: do only what the action should have done.
 */
public final class AfterCommitException extends LitmusException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param database the database it happened in
   * @param fact what happened, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what the action threw, or null
   */
  public AfterCommitException(
      String database, String fact, @Nullable String advice, @Nullable Throwable cause) {
    super(database, null, fact, advice, cause);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_AFTER_COMMIT;
  }
}
