package dev.litmus.processor.schema;

import java.util.List;
import java.util.Optional;

/**
 * A table, view or virtual table of a schema.
 *
 * @param name its name as declared
 * @param kind which of them it is
 * @param columns the columns that a query can name, hidden ones included
 * @param location the migration that declares it, as messages call it
 * @param strict whether SQLite refuses values of other types than the declared ones
 * @param sql the statement that makes it, as SQLite keeps it
 * @see <a href="https://sqlite.org/stricttables.html">STRICT tables</a>
 */
public record Table(
    String name, Kind kind, List<Column> columns, String location, boolean strict, String sql) {

  public Table {
    columns = List.copyOf(columns);
  }

  /** Where its rows come from. */
  public enum Kind {
    TABLE,
    VIEW,
    VIRTUAL
  }

  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  /** Returns the names of the columns that a star shows. */
  public List<String> visibleColumns() {
    return columns.stream().filter(column -> !column.hidden()).map(Column::name).toList();
  }

  public Optional<Column> column(String called) {
    return columns.stream()
        .filter(column -> column.name().equalsIgnoreCase(called))
        .findFirst();
  }
}
