package dev.litmus.runtime;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A program without Litmus that says at each line it reads whether it could write a database. */
final class LockProbe {

  private LockProbe() {}

  /** Argument: the file. */
  public static void main(String[] arguments) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + arguments[0] + "?busy_timeout=0");
        Statement statement = connection.createStatement()) {
      System.out.println("ready");
      while (System.in.read() >= 0) {
        System.out.println(canWrite(statement) ? "free" : "locked");
      }
    }
  }

  private static boolean canWrite(Statement statement) throws SQLException {
    try {
      statement.execute("BEGIN IMMEDIATE");
    } catch (SQLException e) {
      return false;
    }
    statement.execute("ROLLBACK");
    return true;
  }
}
