package dev.litmus.runtime.internal.dynamic;

/** SQL, or what it was given, that Litmus does not run. Its message holds names and never values. */
public final class RefusedSqlException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * Creates the exception.
   *
   * @param fact what is wrong, without a full stop
   * @param advice what to do, one sentence
   */
  public RefusedSqlException(String fact, String advice) {
    super(fact);
    this.advice = advice;
  }

  /** Returns what is wrong, without a full stop. */
  public String fact() {
    return String.valueOf(getMessage());
  }

  /** Returns what to do, one sentence. */
  public String advice() {
    return advice;
  }
}
