package dev.litmus.runtime.internal.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of what is called {@code _migrations}; they show whose it is. Many tools use that name.
 *
 * @param columns in their order; none when there is no such table
 */
record HistoryColumns(List<Column> columns) {

  /** What Litmus makes, as messages show it. */
  static final String OWN =
      "version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL, checksum TEXT NOT NULL";

  private static final Set<String> PREDECESSORS = Set.of("version", "name", "applied_at");
  private static final Set<String> TEXTS = Set.of("name", "applied_at", "checksum");

  /**
   * One column.
   *
   * @param type as declared, in upper case
   * @param omissible whether a row may be inserted without it
   * @param key its place in the primary key, from 1, or 0
   */
  record Column(String name, String type, boolean notNull, boolean omissible, int key) {

    @Override
    public String toString() {
      return name
          + (type.isEmpty() ? "" : " " + type)
          + (key > 0 ? " PRIMARY KEY" : "")
          + (notNull ? " NOT NULL" : "");
    }
  }

  static HistoryColumns read(Connection connection) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(
            "SELECT name, type, \"notnull\", dflt_value IS NOT NULL, pk FROM pragma_table_info('_migrations', 'main')");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        boolean notNull = row.getInt(3) != 0;
        columns.add(new Column(
            row.getString(1),
            row.getString(2).toUpperCase(Locale.ROOT),
            notNull,
            !notNull || row.getInt(4) != 0,
            row.getInt(5)));
      }
    }
    return new HistoryColumns(List.copyOf(columns));
  }

  boolean isMissing() {
    return columns.isEmpty();
  }

  /** Whether Litmus made the table, or could have: it can read every row, and add one. */
  boolean isOwn() {
    return names().contains("version")
        && names().containsAll(TEXTS)
        && columns.stream().allMatch(HistoryColumns::isUsable);
  }

  private static boolean isUsable(Column column) {
    if (column.name().equals("version")) {
      return column.type().equals("INTEGER") && column.key() == 1;
    }
    if (TEXTS.contains(column.name())) {
      return column.type().equals("TEXT") && column.key() == 0;
    }
    return column.omissible() && column.key() == 0;
  }

  /** Whether it looks like the table of the runner that Litmus replaces. */
  boolean isPredecessors() {
    return names().equals(PREDECESSORS);
  }

  private Set<String> names() {
    return columns.stream().map(Column::name).collect(Collectors.toUnmodifiableSet());
  }

  /** The columns as a text for messages. */
  @Override
  public String toString() {
    return columns.stream().map(Column::toString).collect(Collectors.joining(", "));
  }
}
