package dev.litmus.runtime.function;

/** What collects the rows of one group, for one thread. */
public interface AggregateFunction {

  /**
   * Takes one row.
   *
   * @param row the arguments; not to be kept
   * @throws Exception whatever the application's code throws: the statement fails, and this becomes the cause
   */
  void step(FunctionCall row) throws Exception;

  /**
   * Computes the result; NULL when it gives none. Called once, also when there was no row.
   *
   * @param call the place for the result; not to be kept
   * @throws Exception whatever the application's code throws: the statement fails, and this becomes the cause
   */
  void finish(FunctionCall call) throws Exception;
}
