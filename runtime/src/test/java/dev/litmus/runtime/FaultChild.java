package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;

import dev.litmus.runtime.error.LitmusException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that meets a fault of its surroundings, says what was thrown and what is left, takes the cause away where it
 * can, and says whether work goes on.
 */
final class FaultChild {

  private static final int BLOB = 20_000;

  private FaultChild() {}

  /** Arguments: the fault, the directory of the database. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "full" -> full(directory);
      case "full-when-opened" -> fullWhenOpened(directory);
      case "full-backup" -> fullBackup(directory);
      case "read-only" -> readOnly(directory);
      case "too-long" -> tooLong(directory);
      case "permissions" -> permissions(directory);
      case "memory" -> memory(directory);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  /** Says what was thrown, in one line. */
  private static void attempt(String what, Work work) throws Exception {
    try {
      work.run();
      say(what + ": nothing was thrown");
    } catch (LitmusException e) {
      say(what + ": " + e.getClass().getSimpleName() + " " + e.code() + " " + e.getMessage());
    } catch (OutOfMemoryError e) {
      say(what + ": OutOfMemoryError");
    }
  }

  private static void say(String line) {
    ChildProcess.say(line.replace('\n', ' '));
  }

  /** Rows of which each is acknowledged when this returns; the fault ends it. */
  private static int fill(SqliteDatabase chat) throws Exception {
    List<Integer> written = new ArrayList<>();
    attempt("write", () -> {
      for (int i = 0; i < 5_000; i++) {
        write(chat, "INSERT INTO anything (v) VALUES (zeroblob(?))", BLOB);
        written.add(i);
      }
    });
    return written.size();
  }

  private static void compare(SqliteDatabase chat, int acknowledged) {
    int found = (Integer) read(chat, "SELECT count(*) FROM anything").get(0);
    say(found == acknowledged ? "nothing is lost" : found + " of " + acknowledged + " are there");
    say(read(chat, "PRAGMA integrity_check").get(0).toString());
  }

  private static void full(Path directory) throws Exception {
    Path filler = Files.write(directory.resolve("filler"), new byte[1_000_000]);
    int written;
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      written = fill(chat);
      compare(chat, written);
      attempt(
          "transaction",
          () -> chat.transaction(() -> {
            write(chat, "INSERT INTO counters (n) VALUES (1)");
            write(chat, "INSERT INTO anything (v) VALUES (zeroblob(?))", 20 * BLOB);
          }));
      say("half of it: " + read(chat, "SELECT n FROM counters"));
      Files.delete(filler);
      attempt("with room", () -> {
        write(chat, "INSERT INTO anything (v) VALUES (zeroblob(?))", BLOB);
      });
      written++;
    }
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      compare(databases.get("chat"), written);
    }
  }

  private static void fullWhenOpened(Path directory) throws Exception {
    Path filler = directory.resolve("filler");
    try (var out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(new byte[1_000]);
      }
    } catch (IOException e) {
      say("full");
    }
    attempt("open", () -> TestDatabases.open(directory, "chat").close());
    Files.delete(filler);
    attempt("with room", () -> TestDatabases.open(directory, "chat").close());
  }

  private static void fullBackup(Path directory) throws Exception {
    Path file = directory.resolve("chat.sqlite");
    Path backups = directory.resolve("backups");
    DatabaseSettings settings =
        DatabaseSettings.DEFAULT.with(s -> s.wal(false).backupBeforeMigrating(backups));
    try (SqliteDatabase chat = TestDatabases.open(PowerCutWork.chain(false), file, settings)) {
      for (int i = 0; i < 50; i++) {
        write(chat, "INSERT INTO notes (tag, body) VALUES ('', ?)", "x".repeat(BLOB));
      }
    }
    Path filler = Files.write(directory.resolve("filler"), new byte[1_300_000]);
    Work migrate =
        () -> TestDatabases.open(PowerCutWork.chain(true), file, settings).close();
    attempt("migrate", migrate);
    say("backups: " + count(backups));
    TestDatabases.open(PowerCutWork.chain(false), file, settings).close();
    Files.delete(filler);
    attempt("with room", migrate);
    say("backups: " + count(backups));
  }

  private static long count(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.count();
    }
  }

  private static void readOnly(Path directory) throws Exception {
    TestDatabases.open(directory, "chat").close();
    mount("remount,ro", directory);
    attempt("open", () -> TestDatabases.open(directory, "chat").close());
    attempt("open to read", () -> {
      DatabaseSettings reading = DatabaseSettings.DEFAULT.with(s -> s.readOnly(true));
      try (Databases databases = TestDatabases.open(directory, reading, "chat")) {
        read(databases.get("chat"), "SELECT count(*) FROM chats");
      }
    });
    mount("remount,rw", directory);
    DatabaseSettings journal = DatabaseSettings.DEFAULT.with(s -> s.wal(false));
    attempt("writable", () -> TestDatabases.open(directory, journal, "chat").close());
    mount("remount,ro", directory);
    attempt("open to read without WAL", () -> {
      DatabaseSettings reading =
          DatabaseSettings.DEFAULT.with(s -> s.readOnly(true).wal(false));
      try (Databases databases = TestDatabases.open(directory, reading, "chat")) {
        read(databases.get("chat"), "SELECT count(*) FROM chats");
      }
    });
  }

  private static void mount(String option, Path directory) throws Exception {
    command("mount", "-o", option, directory.toString());
  }

  private static void command(String... words) throws Exception {
    int code = new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    if (code != 0) {
      throw new IllegalStateException(List.of(words) + ": " + code);
    }
  }

  /** The system lets no file grow beyond some length. */
  private static void tooLong(Path directory) throws Exception {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      int written = fill(chat);
      compare(chat, written);
      command(
          "prlimit", "--pid", "" + ProcessHandle.current().pid(), "--fsize=unlimited:unlimited");
      attempt("without limit", () -> {
        write(chat, "INSERT INTO anything (v) VALUES (zeroblob(?))", BLOB);
      });
      compare(chat, written + 1);
    }
  }

  private static void permissions(Path directory) throws Exception {
    Path file = directory.resolve("chat.sqlite");
    TestDatabases.open(directory, "chat").close();
    for (String mode : List.of("r--------", "---------")) {
      mode(file, mode);
      attempt("file " + mode, () -> TestDatabases.open(directory, "chat").close());
    }
    mode(file, "rw-------");
    for (String mode : List.of("r-x------", "r--------", "---------")) {
      mode(directory, mode);
      attempt("directory " + mode, () -> TestDatabases.open(directory, "chat").close());
    }
    mode(directory, "rwx------");
    attempt("allowed", () -> TestDatabases.open(directory, "chat").close());
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  /** With a small heap. */
  private static void memory(Path directory) throws Exception {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      write(chat, "INSERT INTO counters (n) VALUES (7)");
      String many =
          "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT hex(zeroblob(500)) FROM r";
      attempt("list", () -> read(chat, many));
      say("then: " + read(chat, "SELECT n FROM counters"));
      attempt("blob", () -> read(chat, "SELECT zeroblob(200000000)"));
      say("then: " + read(chat, "SELECT n FROM counters"));
      attempt("text", () -> read(chat, "SELECT hex(zeroblob(100000000))"));
      say("then: " + read(chat, "SELECT n FROM counters"));
      attempt(
          "transaction",
          () -> chat.transaction(() -> {
            write(chat, "INSERT INTO counters (n) VALUES (8)");
            read(chat, many);
          }));
      write(chat, "INSERT INTO counters (n) VALUES (9)");
      say("then: " + read(chat, "SELECT n FROM counters ORDER BY n"));
    }
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      say("then: " + read(databases.get("chat"), "SELECT n FROM counters ORDER BY n"));
    }
  }
}
