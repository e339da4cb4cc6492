package dev.litmus.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;

/** A program that has a database open and does nothing with it. */
final class HoldingChild {

  private HoldingChild() {}

  /** Arguments: the file, and as what it opens it. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    if (arguments[1].equals("litmus")) {
      DatabaseSettings settings =
          DatabaseSettings.DEFAULT.with(s -> s.wal(false).migrate(MigrationMode.NONE));
      try (SqliteDatabase database =
          SqliteDatabase.open("chat", file, settings, TestDatabases.repositories("chat"))) {
        hold(database.schema());
      }
      return;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version");
      hold(arguments[1]);
    }
  }

  private static void hold(String what) {
    ChildProcess.say("open");
    while (!what.isEmpty()) {
      LockSupport.park();
    }
  }
}
