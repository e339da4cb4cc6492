package dev.litmus.runtime.internal.backup;

import dev.litmus.runtime.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A program that knows nothing of Litmus and, when it is told to, opens a file and writes to it. */
final class LateChild {

  private LateChild() {}

  /** Argument: the file. Says whether it could write. */
  public static void main(String[] arguments) throws IOException {
    ChildProcess.say("ready");
    if (System.in.read() < 0) {
      return;
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + Path.of(arguments[0]));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 1500");
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("INSERT INTO t VALUES ('late')");
      statement.execute("COMMIT");
      ChildProcess.say("written");
    } catch (SQLException e) {
      ChildProcess.say("refused " + e.getMessage());
    }
  }
}
