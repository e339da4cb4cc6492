package dev.litmus.processor.scope;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.sql.tree.Source;
import dev.litmus.processor.sql.tree.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a piece of a query takes columns from: a table, a view, a common table, a subquery.
 *
 * @param name what the query calls it: its alias, else its own name; empty for a subquery without an alias
 * @param at the piece of the query that brings it, which tells it from all others; empty when none does alone
 * @param table the table of the schema, when it is one
 * @param columns its columns; empty when they are not known, which is not the same as none
 */
public record Relation(
    String name, Optional<Span> at, Optional<Table> table, Optional<List<OutputColumn>> columns) {

  public Relation {
    columns = columns.map(all -> all.stream().map(column -> column.from(at)).toList());
  }

  /** The names of a row's number, where no column has them. */
  public static final Set<String> ROWID = Set.of("rowid", "oid", "_rowid_");

  static Relation of(String name, Span at, Table table) {
    List<OutputColumn> columns = table.columns().stream().map(OutputColumn::of).toList();
    // A view's declared types are guesses of the engine.
    return new Relation(
        name,
        Optional.of(at),
        Optional.of(table),
        Optional.of(
            table.kind() == Table.Kind.TABLE
                ? columns
                : columns.stream().map(OutputColumn::undeclared).toList()));
  }

  static Relation of(String name, Span at, Optional<List<OutputColumn>> columns) {
    return new Relation(name, Optional.of(at), Optional.empty(), columns);
  }

  /** Returns columns that no piece of the query brings alone. */
  static Relation of(String name, Optional<List<OutputColumn>> columns) {
    return new Relation(name, Optional.empty(), Optional.empty(), columns);
  }

  /** Returns the piece of a source, which is no join, by which its relation is told from others. */
  public static Span pieceOf(Source source) {
    if (source instanceof Source.Table table) {
      return table.name().span();
    }
    return source instanceof Source.Function function ? function.name().span() : source.span();
  }

  /** Tells whether the query calls it so. */
  public boolean is(String called) {
    return name.equalsIgnoreCase(called);
  }

  /** Returns the column of a name; a table with rows of its own has its rowid by three names besides. */
  Optional<OutputColumn> column(String called) {
    return named(called).or(() -> rowid(called));
  }

  /** Returns the column that is declared by a name. */
  Optional<OutputColumn> named(String called) {
    return columns.stream().flatMap(List::stream).filter(c -> c.is(called)).findFirst();
  }

  private Optional<OutputColumn> rowid(String called) {
    return table
        .filter(t -> t.kind() != Table.Kind.VIEW)
        .filter(t -> ROWID.stream().anyMatch(called::equalsIgnoreCase))
        .map(t -> OutputColumn.of(Column.rowid(called)).from(at));
  }

  public List<String> columnNames() {
    return columns.stream().flatMap(List::stream).map(OutputColumn::name).toList();
  }

  /** Returns what it is, for messages: {@code orders o}, or just {@code orders}. */
  public String description() {
    return table.filter(t -> !is(t.name())).map(t -> t.name() + " " + name).orElse(name);
  }
}
