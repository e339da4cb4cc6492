package dev.litmus.processor.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a random expression stands, and so what may be named and called in it.
 *
 * @param sources what FROM brings here
 * @param around what queries around this one bring
 * @param common the common tables that can be named
 * @param aliases the results that can be named
 * @param windows the windows that can be named
 * @param depth how much may still be nested
 * @param aggregates whether an aggregate may stand here
 * @param overs whether a window function may stand here
 */
record Place(
    List<Brought> sources,
    List<Brought> around,
    List<Brought> common,
    List<String> aliases,
    List<String> windows,
    int depth,
    boolean aggregates,
    boolean overs) {

  /** Returns where a statement begins. */
  static Place top(int depth) {
    return new Place(List.of(), List.of(), List.of(), List.of(), List.of(), depth, false, false);
  }

  /**
   * Something with columns.
   *
   * @param name by which they are qualified
   * @param keys the unique keys, when it is a table
   * @param predicates of partial keys, with a percent sign before each column
   */
  record Brought(
      String name, List<String> columns, List<List<String>> keys, List<String> predicates) {
    static Brought of(String name, List<String> columns) {
      return new Brought(name, columns, List.of(), List.of());
    }

    Brought as(String other) {
      return new Brought(other, columns, keys, predicates);
    }
  }

  Place deeper() {
    return new Place(sources, around, common, aliases, windows, depth - 1, aggregates, overs);
  }

  /** Returns what a query inside sees that has brought nothing yet. */
  Place inside() {
    List<Brought> all = new ArrayList<>(sources);
    all.addAll(around);
    return new Place(List.of(), all, common, List.of(), List.of(), depth - 1, false, false);
  }

  /** Returns what a query in FROM sees: nothing of what stands beside it. */
  Place beside() {
    return new Place(List.of(), around, common, List.of(), List.of(), depth - 1, false, false);
  }

  Place with(List<Brought> brought) {
    return new Place(brought, around, common, aliases, windows, depth, aggregates, overs);
  }

  Place withCommon(List<Brought> tables) {
    return new Place(sources, around, tables, aliases, windows, depth, aggregates, overs);
  }

  Place naming(List<String> results) {
    return new Place(sources, around, common, results, windows, depth, aggregates, overs);
  }

  Place windowed(List<String> named) {
    return new Place(sources, around, common, aliases, named, depth, aggregates, overs);
  }

  Place allowing(boolean someAggregates, boolean someOvers) {
    return new Place(sources, around, common, aliases, windows, depth, someAggregates, someOvers);
  }
}
