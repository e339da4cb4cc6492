package dev.litmus.runtime.internal.driver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Small statements on a connection of the driver, of which no result stays open. */
public final class Statements {

  private Statements() {}

  /**
   * Runs one, whatever it is.
   *
   * @return how many rows it has changed; 0 for one that returns rows
   */
  public static int run(Connection connection, String sql, String... values) throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values)) {
      return statement.execute() ? 0 : statement.getUpdateCount();
    }
  }

  /** The first column of each row; a NULL is the word null. */
  public static List<String> texts(Connection connection, String sql, String... values)
      throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = prepare(connection, sql, values);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        texts.add(String.valueOf(row.getString(1)));
      }
    }
    return texts;
  }

  /** The first number; 0 without a row. */
  public static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, String... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }
}
