package dev.litmus.processor.scope;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.sql.tree.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column of a table or of a query's result.
 *
 * @param name what it is called; empty for an expression without an alias, which SQLite calls by its text
 * @param declared the column of a table that it passes on unchanged, NULLs of an outer join apart
 * @param hidden whether only its name shows it, and no star
 * @param origin where it was before it was passed on unchanged, NULLs of an outer join apart
 */
public record OutputColumn(
    String name, Optional<Column> declared, boolean hidden, Optional<Origin> origin) {

  /**
   * A column of something that the query takes columns from.
   *
   * @param relation the piece of the query that brings it
   * @param column its name there
   */
  public record Origin(Span relation, String column) {}

  boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  static OutputColumn of(Column column) {
    return new OutputColumn(column.name(), Optional.of(column), column.hidden(), Optional.empty());
  }

  /** Returns a column that may hold anything. */
  static OutputColumn of(String name) {
    return new OutputColumn(name, Optional.empty(), false, Optional.empty());
  }

  OutputColumn called(String other) {
    return new OutputColumn(other, declared, false, origin);
  }

  OutputColumn undeclared() {
    return new OutputColumn(name, Optional.empty(), hidden, origin);
  }

  /** Returns it as a column of what a piece of the query brings. */
  OutputColumn from(Optional<Span> relation) {
    return new OutputColumn(name, declared, hidden, relation.map(piece -> new Origin(piece, name)));
  }

  /** Names the columns of a subquery as SQLite does: {@code id}, {@code id:1}. */
  static List<OutputColumn> differentNames(List<OutputColumn> columns) {
    List<OutputColumn> different = new ArrayList<>();
    for (OutputColumn column : columns) {
      String name = column.name();
      for (int i = 1; !name.isEmpty() && isTaken(name, different); i++) {
        name = name.replaceFirst(":[0-9]+$", "") + ":" + i;
      }
      different.add(column.called(name));
    }
    return different;
  }

  private static boolean isTaken(String name, List<OutputColumn> columns) {
    return columns.stream().anyMatch(column -> column.is(name));
  }
}
