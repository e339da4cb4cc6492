package dev.litmus.runtime.internal.health;

import dev.litmus.runtime.internal.driver.ReportedError;
import dev.litmus.runtime.internal.driver.Statements;
import java.sql.Connection;
import java.sql.SQLException;

/** Work of which nothing stays. */
final class Undone {

  private static final int ERROR = 1;

  private Undone() {}

  /** Work that yields something. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Works with the write lock, and undoes what was written. */
  static <T> T run(Connection connection, Work<T> work) throws SQLException {
    Statements.run(connection, "BEGIN IMMEDIATE");
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
      Statements.run(connection, "ROLLBACK");
    } catch (SQLException e) {
      if (ReportedError.of(e).primaryCode() != ERROR) {
        throw e;
      }
    }
  }
}
