package dev.litmus.runtime.soak;

import dev.litmus.runtime.ChildProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that knows nothing of Litmus and writes pairs to a file, until it is told to stop. It opens the file anew each few pairs:
 * a database that another process has open is not restored.
 */
final class PairingChild {

  private static final int EACH_OPENING = 5;
  private static final int PAUSE = 25_000_000;

  private PairingChild() {}

  /** Argument: the file. Prints the key of each pair that is committed, and {@code refused} for one that is not. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    ChildProcess.say("writing");
    for (int number = 0; System.in.available() == 0; number += EACH_OPENING) {
      for (String line : write(file, number)) {
        ChildProcess.say(line);
      }
      LockSupport.parkNanos(PAUSE);
    }
  }

  /** Says nothing while it has the file open: whoever waits for it must not wait for a reader of its output too. */
  private static List<String> write(Path file, int first) {
    List<String> lines = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 1000");
      for (int number = first; number < first + EACH_OPENING; number++) {
        String key = "outside-" + number;
        statement.execute("BEGIN IMMEDIATE");
        statement.execute("INSERT INTO pairs (k, v) VALUES ('" + key + "', " + number + ")");
        statement.execute("INSERT INTO others (k, v) VALUES ('" + key + "', " + number + ")");
        statement.execute("COMMIT");
        lines.add(key);
      }
    } catch (SQLException e) {
      lines.add("refused " + e.getMessage());
    }
    return lines;
  }
}
