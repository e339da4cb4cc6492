package dev.litmus.processor.diff;

import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A database in memory with rows, as a migration finds it: foreign keys are off. */
final class TestDatabase implements AutoCloseable {

  private final Connection connection;

  TestDatabase(String script) throws SQLException {
    connection = new org.sqlite.JDBC().connect("jdbc:sqlite::memory:", new Properties());
    run(script);
  }

  /** Runs all statements of a script, comments between them included. */
  void run(String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }

  void run(List<String> steps) throws SQLException {
    for (String step : steps) {
      run(step);
    }
  }

  /** Returns each value of a query as SQL, row by row. */
  List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(row.getString(i));
        }
        rows.add(String.join("|", values.stream().map(String::valueOf).toList()));
      }
    }
    return rows;
  }

  /** Returns what the database has now, made once more from what SQLite keeps of it. */
  Schema schema() throws Exception {
    List<String> pieces = rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"
        + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name NOT IN ("
        + "SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY type = 'trigger'");
    return SchemaScript.run("shop", String.join(";\n", pieces));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
