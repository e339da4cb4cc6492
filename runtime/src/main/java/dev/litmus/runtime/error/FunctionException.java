package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * A function or collation of the application has thrown an exception, which is the cause, or was given a value that it does
 * not take. The statement had no effect. After a collation has failed, the whole transaction had none: SQLite cannot be told
 * in the middle of a comparison, and what was ordered since may be in the wrong place.
 */
public final class FunctionException extends LitmusException {

  private static final long serialVersionUID = 1L;

  private final String function;

  /**
   * Creates the exception.
   *
   * @param database the database it happened in
   * @param statement the statement that was running, or null when none was
   * @param function what SQL calls the function or collation
   * @param fact what happened, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what it has thrown
   */
  public FunctionException(
      String database,
      @Nullable String statement,
      String function,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    super(database, statement, fact, advice, cause);
    this.function = function;
  }

  /**
   * Returns the function or collation.
   *
   * @return what SQL calls it
   */
  public String function() {
    return function;
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_FUNCTION_FAILED;
  }
}
