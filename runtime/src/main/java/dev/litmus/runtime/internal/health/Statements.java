package dev.litmus.runtime.internal.health;

import dev.litmus.runtime.internal.driver.ReportedError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Small statements on a connection of the driver: no result stays open, and a failure is not hidden by what follows it. */
final class Statements {

  private static final int ERROR = 1;

  private Statements() {}

  /** Work that yields something. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  /** The first column of each row; a NULL is the word null. */
  static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        texts.add(String.valueOf(row.getString(1)));
      }
    }
    return texts;
  }

  /** The first number; 0 without a row. */
  static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** A name as SQL has it. */
  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** Works with the write lock, and undoes what was written. */
  static <T> T undone(Connection connection, Work<T> work) throws SQLException {
    run(connection, "BEGIN IMMEDIATE");
    T result;
    try {
      result = work.run();
    } catch (SQLException | RuntimeException | Error e) {
      try {
        rollBack(connection);
      } catch (SQLException late) {
        e.addSuppressed(late);
      }
      throw e;
    }
    rollBack(connection);
    return result;
  }

  /** SQLite has ended the transaction itself after some errors, and then refuses to do it again. */
  private static void rollBack(Connection connection) throws SQLException {
    try {
      run(connection, "ROLLBACK");
    } catch (SQLException e) {
      if (ReportedError.of(e).primaryCode() != ERROR) {
        throw e;
      }
    }
  }
}
