package dev.litmus.processor.refute;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must be known of a table to fill it.
 *
 * @param kind how it is filled
 * @param strict whether it takes no value of another type
 * @param columns those that a value can be inserted into
 * @param stored those, and the generated ones
 * @param keys what keeps rows apart
 * @param foreign where its rows lead
 * @param checked values that its CHECK constraints speak of, by the key of the column
 * @param contentTable where an index of a full-text search takes its texts from
 */
record TableShape(
    String name,
    Kind kind,
    boolean strict,
    List<ColumnShape> columns,
    List<ColumnShape> stored,
    List<Key> keys,
    List<ForeignLink> foreign,
    Map<String, List<Datum>> checked,
    Optional<String> contentTable) {

  TableShape {
    columns = List.copyOf(columns);
    stored = List.copyOf(stored);
    keys = List.copyOf(keys);
    foreign = List.copyOf(foreign);
    checked = Map.copyOf(checked);
  }

  /** How a table is filled. */
  enum Kind {
    /** Row by row. */
    TABLE,
    VIRTUAL,
    /** By telling it to read its content again. */
    REBUILT
  }

  /**
   * Columns that keep rows apart.
   *
   * @param columns with those that decide whether a row belongs to a partial index
   */
  record Key(List<String> columns) {
    Key {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A foreign key.
   *
   * @param from its columns
   * @param table where they lead
   * @param to the columns there
   */
  record ForeignLink(List<String> from, String table, List<String> to) {
    ForeignLink {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }

    /** Returns what a column of it holds when it leads to a row; empty when the row has no value there. */
    Optional<Datum> led(String column, Witness.Row parent) {
      for (int i = 0; i < from.size(); i++) {
        if (from.get(i).equalsIgnoreCase(column)) {
          String there = to.get(i);
          return parent.values().entrySet().stream()
              .filter(value -> value.getKey().equalsIgnoreCase(there))
              .map(Map.Entry::getValue)
              .findFirst();
        }
      }
      return Optional.empty();
    }
  }

  Optional<ColumnShape> column(String called) {
    return columns.stream()
        .filter(column -> column.name().equalsIgnoreCase(called))
        .findFirst();
  }

  Optional<ForeignLink> linkOf(String column) {
    return foreign.stream()
        .filter(link -> link.from().stream().anyMatch(column::equalsIgnoreCase))
        .findFirst();
  }
}
