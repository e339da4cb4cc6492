package dev.litmus.processor.function;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls of functions with values that are read from a table, by one statement per form of call. */
final class Calls implements AutoCloseable {

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final Map<HostileValue, Integer> ids = new HashMap<>();

  private Calls(Connection connection) {
    this.connection = connection;
  }

  static Calls open() throws SQLException {
    Calls calls = new Calls(DriverManager.getConnection("jdbc:sqlite::memory:"));
    calls.execute("CREATE TABLE hostile (id INTEGER PRIMARY KEY, v)");
    return calls;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the SQL for a value whose id is bound to the parameter of this number. */
  static String parameter(int number) {
    return "(SELECT v FROM hostile WHERE id = ?" + number + ")";
  }

  /** Returns the first column of all rows; empty when SQLite does not accept the values. */
  Optional<List<Result>> rows(String sql, List<HostileValue> values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < values.size(); i++) {
      statement.setInt(i + 1, idOf(values.get(i)));
    }
    List<Result> results = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        results.add(new Result(rows.getObject(1)));
      }
      return Optional.of(results);
    } catch (SQLException refused) {
      statement.close();
      statements.remove(sql);
      return Optional.empty();
    }
  }

  /** Returns what the only row holds. */
  Optional<Result> row(String sql, List<HostileValue> values) throws SQLException {
    return rows(sql, values).map(results -> results.get(0));
  }

  private int idOf(HostileValue value) throws SQLException {
    Integer id = ids.get(value);
    if (id == null) {
      id = ids.size();
      ids.put(value, id);
      execute("INSERT INTO hostile VALUES (" + id + ", " + value.sql() + ")");
    }
    return id;
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    connection.close();
  }
}
