package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.sql.StatementSplitter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that migrations can make of a database, as lines: what it consists of, with its SQL, and every row. Not what Litmus
 * remembers of them, nor what SQLite keeps for itself.
 *
 * @param schema a line for each table, index, view and trigger, and for each setting of the file
 * @param rows a line for each row of each table and view, with rowids, types and values
 */
record DatabaseContents(List<String> schema, List<String> rows) {

  private static final String OBJECTS = """
      SELECT type, name, tbl_name, sql FROM sqlite_schema
      WHERE tbl_name <> '_migrations' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY type, name""";

  /** Not the tables in which a virtual one keeps its rows: these differ with the size of transactions. */
  private static final String TABLES = """
      SELECT name, type = 'table' AND wr = 0 FROM pragma_table_list
      WHERE schema = 'main' AND type <> 'shadow' AND name NOT IN ('_migrations', 'sqlite_schema', 'sqlite_stat4')
      ORDER BY name""";

  static DatabaseContents read(Connection connection) throws SQLException {
    List<String> schema = new ArrayList<>();
    for (List<String> object : query(connection, OBJECTS)) {
      schema.add(String.join(" ", object.subList(0, 3)) + ": " + normal(object.get(3)));
    }
    for (String setting : List.of("user_version", "application_id", "encoding")) {
      schema.add(setting + " " + query(connection, "PRAGMA " + setting).get(0).get(0));
    }
    List<String> rows = new ArrayList<>();
    for (List<String> table : query(connection, TABLES)) {
      try {
        rows.addAll(rows(connection, table.get(0), table.get(1).equals("1")));
      } catch (SQLException e) {
        rows.add(table.get(0) + " cannot be read: " + SqliteWords.of(e));
      }
    }
    rows.add("integrity " + query(connection, "PRAGMA integrity_check"));
    return new DatabaseContents(schema, rows);
  }

  /** The schema whatever its white space and quotes: ALTER TABLE puts names in quotes. */
  List<String> roughly() {
    return schema.stream()
        .map(line -> line.replaceAll("[\\s\"]", ""))
        .filter(line -> !line.startsWith("user_version") && !line.startsWith("application_id"))
        .toList();
  }

  /** The same, where every CRLF is an LF. */
  DatabaseContents withLineFeeds() {
    return new DatabaseContents(
        schema.stream().map(line -> line.replace("\r\n", "\n")).toList(),
        rows.stream().map(line -> line.replace("\r\n", "\n")).toList());
  }

  /** What stands behind the last token is a comment at most, which a statement may or may not have been given. */
  private static String normal(String sql) {
    return StatementSplitter.split(sql).stream()
        .map(span -> span.text(sql))
        .collect(Collectors.joining(";"));
  }

  private static List<String> rows(Connection connection, String table, boolean numbered)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    // 1 is hidden; 2 and 3 are generated.
    for (List<String> column : query(
        connection,
        "SELECT name FROM pragma_table_xinfo('" + table.replace("'", "''")
            + "') WHERE hidden <> 1")) {
      columns.add("\"" + column.get(0).replace("\"", "\"\"") + "\"");
    }
    if (numbered && columns.stream().noneMatch("\"rowid\""::equalsIgnoreCase)) {
      columns.add(0, "rowid");
    }
    String select = columns.stream()
        .map(column -> "typeof(" + column + ") || ' ' || quote(" + column + ")")
        .collect(
            Collectors.joining(", ", "SELECT ", " FROM \"" + table.replace("\"", "\"\"") + "\""));
    List<String> lines = new ArrayList<>();
    for (List<String> row : query(connection, select)) {
      if (!table.equals("sqlite_stat1") || !row.contains("text '_migrations'")) {
        lines.add(table + " " + row);
      }
    }
    Collections.sort(lines);
    return lines;
  }

  private static List<List<String>> query(Connection connection, String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(String.valueOf(row.getString(i)));
        }
        rows.add(values);
      }
    }
    return rows;
  }
}
