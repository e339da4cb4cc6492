package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;

import dev.litmus.runtime.error.DatabaseClosedException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A program that writes to two databases and never closes them, until it is told to exit or ended by a signal. Prints each
 * number after its commit, and every failure but that the database is closed.
 */
final class EndingChild {

  static final String ENDLESS =
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c";

  private EndingChild() {}

  /** Something that a thread does again and again. */
  private interface Work {
    void run(int number);
  }

  /** Arguments: the directory, the limit for closing in milliseconds, or 0 for no such request. */
  public static void main(String[] arguments) throws Exception {
    long limit = Long.parseLong(arguments[1]);
    Databases.Builder builder = TestDatabases.builder(Path.of(arguments[0]), "chat", "notes");
    if (limit > 0) {
      builder.closeOnShutdown(Duration.ofMillis(limit));
    }
    Databases databases = builder.open();
    SqliteDatabase chat = databases.get("chat");
    SqliteDatabase notes = databases.get("notes");
    start("endless", number -> read(chat, ENDLESS));
    start("chat", number -> {
      write(chat, "INSERT INTO counters (n) VALUES (?)", number);
      ChildProcess.say("chat " + number);
    });
    start("notes", number -> {
      notes.transaction(() -> {
        write(notes, "INSERT INTO notes (id, text) VALUES (?, 'a')", number);
        write(notes, "INSERT INTO notes (id, text) VALUES (?, 'b')", -number);
      });
      ChildProcess.say("notes " + number);
    });
    if (System.in.read() >= 0) {
      System.exit(0);
    }
  }

  private static void start(String name, Work work) {
    Thread thread = new Thread(
        () -> {
          try {
            for (int number = 1; ; number++) {
              work.run(number);
            }
          } catch (DatabaseClosedException e) {
            // As expected.
          } catch (Throwable e) {
            ChildProcess.say("failed " + name + ": " + e);
          }
        },
        name);
    thread.start();
  }
}
