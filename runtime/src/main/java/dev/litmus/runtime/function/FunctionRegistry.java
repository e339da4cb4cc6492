package dev.litmus.runtime.function;

import java.util.Comparator;
import java.util.function.Supplier;

/** Takes what {@link SqlFunctions} add. Not meant to be implemented by hand. */
public interface FunctionRegistry {

  /**
   * Adds a function of the values of one row.
   *
   * @param name what SQL calls it, in any case of letters
   * @param arguments how many it takes
   * @param deterministic whether equal arguments always give equal results, so that indexes, generated columns and CHECK
   *     constraints may use it
   * @param body is called on the thread that runs the statement, and by several threads at once
   * @see <a href="https://sqlite.org/deterministic.html">deterministic functions</a>
   */
  void scalar(String name, int arguments, boolean deterministic, ScalarFunction body);

  /**
   * Adds a function of the values of many rows.
   *
   * @param name what SQL calls it, in any case of letters
   * @param arguments how many it takes
   * @param deterministic whether equal rows always give equal results
   * @param state creates what collects the rows of one group
   */
  void aggregate(
      String name, int arguments, boolean deterministic, Supplier<AggregateFunction> state);

  /**
   * Says that SQL calls a function that a loaded extension has to bring.
   *
   * @param name what SQL calls it, in any case of letters
   * @param arguments how many it takes
   */
  void extension(String name, int arguments);

  /**
   * Adds an order of texts.
   *
   * @param name what SQL calls it, in any case of letters
   * @param order the same for ever: indexes are kept in it
   * @see <a href="https://sqlite.org/datatype3.html#collating_sequences">collating sequences</a>
   */
  void collation(String name, Comparator<String> order);
}
