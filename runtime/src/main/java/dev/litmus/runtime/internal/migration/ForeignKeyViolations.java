package dev.litmus.runtime.internal.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rows that violate foreign keys, so that those a migration makes are told from those it finds. A row that has
 * another rowid afterwards, or whose table has another name, counts as made.
 *
 * <p>Source: <a href="https://sqlite.org/pragma.html#pragma_foreign_key_check">PRAGMA foreign_key_check</a>.
 *
 * @param rows how often each is there: rows of a table without rowids are not told apart
 */
record ForeignKeyViolations(Map<Row, Integer> rows) {

  private static final String SELECT = """
      SELECT v."table", v.rowid, v.parent,
        (SELECT group_concat(k."from") FROM pragma_foreign_key_list(v."table") k WHERE k.id = v.fkid)
      FROM pragma_foreign_key_check v""";
  private static final String TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'";
  private static final String SELECT_OF_ONE =
      SELECT.replace("pragma_foreign_key_check v", "pragma_foreign_key_check(?) v");

  /**
   * A row without its parent.
   *
   * @param rowid empty in a table without rowids
   * @param columns those of the foreign key, because its number changes with other keys
   */
  record Row(String table, String rowid, String parent, String columns) {}

  static ForeignKeyViolations none() {
    return new ForeignKeyViolations(Map.of());
  }

  /** Reads those of all tables but the ones whose keys have no target that SQLite could look at ({@link ForeignKeyMismatch}). */
  static ForeignKeyViolations read(Connection connection) throws SQLException {
    Map<Row, Integer> rows = new HashMap<>();
    try (PreparedStatement all = connection.prepareStatement(SELECT)) {
      add(all, rows);
    } catch (SQLException e) {
      if (!ForeignKeyMismatch.is(e)) {
        throw e;
      }
      rows.clear();
      readEach(connection, rows);
    }
    return new ForeignKeyViolations(rows);
  }

  private static void readEach(Connection connection, Map<Row, Integer> rows) throws SQLException {
    for (String table : tables(connection)) {
      try (PreparedStatement one = connection.prepareStatement(SELECT_OF_ONE)) {
        one.setString(1, table);
        add(one, rows);
      } catch (SQLException e) {
        if (!ForeignKeyMismatch.is(e)) {
          throw e;
        }
      }
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(TABLES);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  private static void add(PreparedStatement statement, Map<Row, Integer> rows) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Row violation = new Row(
            row.getString(1),
            String.valueOf(row.getString(2)),
            row.getString(3),
            String.valueOf(row.getString(4)));
        rows.merge(violation, 1, Integer::sum);
      }
    }
  }

  /** Says which of these were not there before, by table and parent; empty when all were. */
  String beyond(ForeignKeyViolations before) {
    Map<String, Integer> made = new TreeMap<>();
    rows.forEach((row, count) -> {
      int more = count - before.rows.getOrDefault(row, 0);
      if (more > 0) {
        String where = "`" + row.table() + "` without their row of `" + row.parent() + "`";
        made.merge(where, more, Integer::sum);
      }
    });
    return made.entrySet().stream()
        .map(entry -> entry.getValue() + " of " + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}
