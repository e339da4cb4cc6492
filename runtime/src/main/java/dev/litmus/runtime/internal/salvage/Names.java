package dev.litmus.runtime.internal.salvage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Names and small queries: {@code main} is the new file, {@code damaged} the copy of the damaged one. */
final class Names {

  private Names() {}

  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  static String main(String table) {
    return "main." + quoted(table);
  }

  static String damaged(String table) {
    return "damaged." + quoted(table);
  }

  static int run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return statement.execute() ? 0 : statement.getUpdateCount();
    }
  }

  /** The first column of each row. */
  static List<String> texts(Connection connection, String sql, String... values)
      throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          texts.add(String.valueOf(row.getString(1)));
        }
      }
    }
    return texts;
  }

  static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
