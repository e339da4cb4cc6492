package dev.litmus.runtime.internal.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What another tool remembers of its migrations in the same database.
 *
 * @param tool what the tool calls itself
 * @param table its table
 * @param version the newest version that is applied; 0 when none is
 * @param problem why the version cannot be relied on, as a sentence for a message; null when it can
 */
record ForeignHistory(
    String tool, String table, long version, @Nullable String problem) {

  /** How a tool's table is recognised and read. */
  private record Layout(
      String tool, String table, Set<String> columns, String newest, String wrong) {}

  /**
   * The newest version, as text, and what is wrong, each by a query of one value; NULL for none.
   *
   * @see <a href="https://documentation.red-gate.com/flyway/flyway-concepts/migrations/flyway-schema-history-table">Flyway's
   *     table</a>
   */
  private static final List<Layout> LAYOUTS = List.of(
      new Layout(
          "Flyway",
          "flyway_schema_history",
          Set.of("installed_rank", "version", "description", "type", "script", "success"),
          """
          SELECT version FROM main.flyway_schema_history WHERE version IS NOT NULL
          ORDER BY CAST(version AS INTEGER) DESC LIMIT 1""",
          """
          SELECT CASE WHEN success = 0 THEN 'version ' || version || ' has failed half-way'
            WHEN version GLOB '*[^0-9]*' THEN 'version ' || version || ' is no whole number'
            ELSE 'version ' || version || ' is of the kind ' || type END
          FROM main.flyway_schema_history
          WHERE version IS NOT NULL
            AND (success = 0 OR version GLOB '*[^0-9]*' OR type NOT IN ('SQL', 'BASELINE'))
          ORDER BY installed_rank LIMIT 1"""),
      new Layout(
          "goose",
          "goose_db_version",
          Set.of("id", "version_id", "is_applied", "tstamp"),
          """
          SELECT max(version_id) FROM main.goose_db_version v
          WHERE is_applied <> 0 AND id = (SELECT max(id) FROM main.goose_db_version WHERE version_id = v.version_id)""",
          "SELECT NULL"),
      new Layout(
          "golang-migrate",
          "schema_migrations",
          Set.of("version", "dirty"),
          "SELECT max(version) FROM main.schema_migrations",
          "SELECT 'version ' || version || ' has failed half-way' FROM main.schema_migrations WHERE dirty <> 0"),
      new Layout(
          "dbmate",
          "schema_migrations",
          Set.of("version"),
          "SELECT version FROM main.schema_migrations ORDER BY CAST(version AS INTEGER) DESC LIMIT 1",
          """
          SELECT 'version ' || version || ' is no whole number' FROM main.schema_migrations
          WHERE version GLOB '*[^0-9]*' OR version = '' LIMIT 1"""));

  /** Looks for one, without writing; null when there is none that is known. */
  static @Nullable ForeignHistory find(Connection connection) throws SQLException {
    for (Layout layout : LAYOUTS) {
      Set<String> columns = columns(connection, layout.table);
      boolean exact = layout.table.equals("schema_migrations");
      if (exact ? columns.equals(layout.columns) : columns.containsAll(layout.columns)) {
        return read(connection, layout);
      }
    }
    return null;
  }

  private static ForeignHistory read(Connection connection, Layout layout) throws SQLException {
    String problem = value(connection, layout.wrong);
    String newest = value(connection, layout.newest);
    if (problem != null || newest == null) {
      return new ForeignHistory(layout.tool, layout.table, 0, problem);
    }
    try {
      return new ForeignHistory(layout.tool, layout.table, Long.parseLong(newest), null);
    } catch (NumberFormatException e) {
      return new ForeignHistory(
          layout.tool, layout.table, 0, "version " + newest + " is no number of 64 bits");
    }
  }

  private static Set<String> columns(Connection connection, String table) throws SQLException {
    Set<String> columns = new TreeSet<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT lower(name) FROM pragma_table_info(?, 'main')")) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          columns.add(row.getString(1));
        }
      }
    }
    return columns;
  }

  private static @Nullable String value(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
