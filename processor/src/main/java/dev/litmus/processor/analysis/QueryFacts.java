package dev.litmus.processor.analysis;

import java.util.List;
import java.util.Set;

/**
 * What is known of a query that SQLite accepts.
 *
 * @param columns the columns of its rows; empty when it yields none
 * @param writes whether it changes the database, through views and triggers too
 * @param reads the tables it reads, sorted
 * @param changes the tables it changes, sorted
 * @param plan SQLite's query plan, a line each, nested steps indented
 */
public record QueryFacts(
    List<ResultColumn> columns,
    boolean writes,
    List<String> reads,
    List<String> changes,
    List<String> plan) {

  public QueryFacts {
    columns = List.copyOf(columns);
    reads = List.copyOf(reads);
    changes = List.copyOf(changes);
    plan = List.copyOf(plan);
  }

  static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }
}
