package dev.litmus.processor.evolution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Transactions in SQL, of which most are rolled back. */
final class Transaction {

  private Transaction() {}

  static void begin(Connection connection) throws SQLException {
    run(connection, "BEGIN");
  }

  static void commit(Connection connection) throws SQLException {
    run(connection, "COMMIT");
  }

  /** A statement may have ended it by itself, as RAISE(ROLLBACK) does, which is what was wanted. */
  static void rollback(Connection connection) throws SQLException {
    try {
      run(connection, "ROLLBACK");
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        throw e;
      }
    }
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
