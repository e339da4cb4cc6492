package dev.litmus.runtime;

import dev.litmus.runtime.power.Strace;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** A program that does the work of {@link PowerCutWork} with the runtime, and writes a line after each commit. */
final class PowerCutChild {

  /** What is recorded. */
  enum Run {
    FULL(150, Durability.FULL, true),
    NORMAL(150, Durability.NORMAL, true),
    /** Without any sync: what no setting of Litmus offers. */
    OFF(60, Durability.NORMAL, true),
    FULL_WITHOUT_WAL(60, Durability.FULL, false),
    NORMAL_WITHOUT_WAL(60, Durability.NORMAL, false),
    /** With a migration at its end, and a backup before it. */
    BACKUP(20, Durability.FULL, true);

    final int pieces;
    private final Durability durability;
    private final boolean wal;

    Run(int pieces, Durability durability, boolean wal) {
      this.pieces = pieces;
      this.durability = durability;
      this.wal = wal;
    }

    DatabaseSettings settings() {
      return DatabaseSettings.DEFAULT.with(s -> s.durability(durability).wal(wal));
    }

    /** The file in the resources. */
    String recording() {
      return "/power/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".gz";
    }
  }

  static final String BACKUPS = "kept/for/later";

  /** In a folder that the runtime creates. */
  static final String FILE = "data/chat/chat.sqlite";

  /** The database is closed and opened again after so many pieces. */
  private static final int PIECES_AT_ONCE = 50;

  /** In pages, so that a small recording has several. */
  private static final int CHECKPOINT = 100;

  private PowerCutChild() {}

  /** Arguments: the directory, what is recorded. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    Run run = Run.valueOf(arguments[1]);
    Path file = directory.resolve(FILE);
    DatabasesOpener.createDirectory("chat", file.getParent());
    try (OutputStream said =
        new FileOutputStream(directory.resolve(Strace.ACKNOWLEDGED).toFile())) {
      for (int first = 1; first <= run.pieces; first += PIECES_AT_ONCE) {
        try (SqliteDatabase database =
            TestDatabases.open(PowerCutWork.chain(false), file, run.settings())) {
          TestDatabases.read(database, "SELECT 1");
          if (first == 1) {
            say(said, 0);
          }
          database.transaction(() -> {
            TestDatabases.read(database, "PRAGMA wal_autocheckpoint = " + CHECKPOINT);
          });
          if (run == Run.OFF) {
            TestDatabases.write(database, "PRAGMA synchronous = OFF");
          }
          for (int number = first;
              number < first + PIECES_AT_ONCE && number <= run.pieces;
              number++) {
            perform(database, number);
            say(said, number);
          }
        }
      }
      if (run == Run.BACKUP) {
        DatabaseSettings backup =
            run.settings().with(s -> s.backupBeforeMigrating(directory.resolve(BACKUPS)));
        TestDatabases.open(PowerCutWork.chain(true), file, backup).close();
        say(said, run.pieces + 1);
      }
    }
  }

  private static void perform(SqliteDatabase database, int number) {
    var steps = PowerCutWork.piece(number);
    if (steps.size() == 1) {
      write(database, steps.get(0));
    } else {
      database.transaction(() -> steps.forEach(step -> write(database, step)));
    }
  }

  private static void write(SqliteDatabase database, PowerCutWork.Step step) {
    TestDatabases.write(database, step.sql(), step.values().toArray());
  }

  private static void say(OutputStream out, int number) throws Exception {
    out.write((number + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
