package dev.litmus.runtime.internal.backup;

import dev.litmus.runtime.internal.driver.ConnectionSettings;
import dev.litmus.runtime.internal.driver.DriverConnection;
import dev.litmus.runtime.internal.driver.Statements;
import dev.litmus.runtime.internal.driver.Watch;
import dev.litmus.runtime.internal.sql.QuotedName;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a copy of a database has.
 *
 * @param applicationId {@code PRAGMA application_id}
 * @param migrations the versions of its history, ascending
 * @param rows how many rows each of its own tables has
 * @param sqlite the version that looked
 */
record CopyFacts(long applicationId, List<Long> migrations, Map<String, Long> rows, String sqlite) {

  private static final String VERSIONS =
      "SELECT version FROM main._migrations WHERE typeof(version) = 'integer' ORDER BY version";

  /**
   * Checks a copy and counts what is in it.
   *
   * @throws SQLException when it is damaged
   */
  static CopyFacts of(Path copy, ConnectionSettings settings, Watch watch) throws SQLException {
    DriverConnection connection = DriverConnection.openReader(copy, settings, watch);
    try {
      String verdict =
          Statements.texts(connection.jdbc(), "PRAGMA integrity_check(1)").get(0);
      if (!verdict.equals("ok")) {
        throw new SQLException("the copy is damaged: " + verdict);
      }
      Map<String, Long> rows = new LinkedHashMap<>();
      for (String table : Statements.texts(
          connection.jdbc(),
          "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
              + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")) {
        rows.put(
            table,
            Statements.number(connection.jdbc(), "SELECT count(*) FROM " + QuotedName.of(table)));
      }
      return new CopyFacts(
          Statements.number(connection.jdbc(), "PRAGMA application_id"),
          versions(connection),
          rows,
          connection.version());
    } finally {
      connection.close();
    }
  }

  private static List<Long> versions(DriverConnection connection) throws SQLException {
    // Another program's table of that name has other columns.
    boolean history = Statements.texts(
            connection.jdbc(), "SELECT name FROM pragma_table_info('_migrations', 'main')")
        .contains("version");
    return history
        ? Statements.texts(connection.jdbc(), VERSIONS).stream()
            .map(Long::valueOf)
            .toList()
        : List.of();
  }
}
