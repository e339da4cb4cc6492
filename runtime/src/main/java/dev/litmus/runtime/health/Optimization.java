package dev.litmus.runtime.health;

import java.util.List;

/**
 * What was done for the planner of queries.
 *
 * @param schema the schema of the database
 * @param analyzed the tables that were analyzed, in the order of their names; none when SQLite knows enough of all
 */
public record Optimization(String schema, List<String> analyzed) {

  /**
   * Creates the result.
   *
   * @param schema the schema of the database
   * @param analyzed copied
   */
  public Optimization {
    analyzed = List.copyOf(analyzed);
  }
}
