package dev.litmus.processor.analysis;

import dev.litmus.processor.inference.ParameterFacts;
import dev.litmus.processor.inference.Storing;
import dev.litmus.processor.value.Cardinality;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a query that SQLite accepts.
 *
 * @param columns the columns of its rows; empty when it yields none
 * @param cardinality how many rows it yields
 * @param parameters its parameters, in the order of their first place
 * @param storing what it puts into a table, when it does
 * @param writes whether it changes the database, through views and triggers too
 * @param reads the tables it reads, sorted
 * @param changes the tables it changes, sorted
 * @param plan SQLite's query plan, a line each, nested steps indented
 * @param disagreements where the structure and the engine say different things; the safe answer is given
 */
public record QueryFacts(
    List<ResultColumn> columns,
    Cardinality cardinality,
    List<ParameterFacts> parameters,
    Optional<Storing> storing,
    boolean writes,
    List<String> reads,
    List<String> changes,
    List<String> plan,
    List<String> disagreements) {

  public QueryFacts {
    columns = List.copyOf(columns);
    parameters = List.copyOf(parameters);
    reads = List.copyOf(reads);
    changes = List.copyOf(changes);
    plan = List.copyOf(plan);
    disagreements = List.copyOf(disagreements);
  }

  /** Returns the facts of the same query when something else is known of its values. */
  public QueryFacts with(List<ResultColumn> otherColumns, Optional<Storing> otherStoring) {
    return new QueryFacts(
        otherColumns,
        cardinality,
        parameters,
        otherStoring,
        writes,
        reads,
        changes,
        plan,
        disagreements);
  }

  static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }
}
