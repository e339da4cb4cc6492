package dev.litmus.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A program that knows nothing of Litmus and writes to the same file, until it is told to stop. */
final class OutsideChild {

  static final int NUMBER = -1;

  private OutsideChild() {}

  /** Arguments: the file, how long it waits for a lock in milliseconds. Prints how often it wrote, and its worst wait. */
  public static void main(String[] arguments) throws Exception {
    String insert = "INSERT INTO counters (n) VALUES (" + NUMBER + ")";
    long worst = 0;
    int written = 0;
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + Path.of(arguments[0]));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + arguments[1]);
      statement.execute(insert);
      written++;
      ChildProcess.say("writing");
      while (System.in.available() == 0) {
        long start = System.nanoTime();
        if (written % 2 == 0) {
          statement.execute(insert);
        } else {
          statement.execute("BEGIN IMMEDIATE");
          statement.execute(insert);
          statement.execute("COMMIT");
        }
        worst = Math.max(worst, System.nanoTime() - start);
        written++;
      }
    }
    ChildProcess.say(written + " " + worst / 1_000_000);
  }
}
