package dev.litmus.runtime.function;

/** The body of a function of one row's values. */
@FunctionalInterface
public interface ScalarFunction {

  /**
   * Computes the result of one call; NULL when it gives none.
   *
   * @param call the arguments, and the place for the result; not to be kept
   * @throws Exception whatever the application's code throws: the statement fails, and this becomes the cause
   */
  void call(FunctionCall call) throws Exception;
}
