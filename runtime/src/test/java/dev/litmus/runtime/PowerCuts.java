package dev.litmus.runtime;

import dev.litmus.runtime.PowerCutChild.Run;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.health.IntegrityDepth;
import dev.litmus.runtime.health.IntegrityReport;
import dev.litmus.runtime.power.Disk;
import dev.litmus.runtime.power.DiskEvent;
import dev.litmus.runtime.power.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Cuts the power in the middle of a recorded run, many times, and counts what that did to the database. */
final class PowerCuts {

  /** Every so many states are opened by the runtime, the others by the driver, which is faster. */
  private static final int STATES_A_RUNTIME = 100;

  private static final int UNOPENED = -1;

  private final Run run;
  private final Path folder;
  private final List<String> contents;
  private final Random random = new Random(17);
  private int states;
  private int damaged;
  private int halves;
  private int lost;
  private int lostCommits;
  private int backups;
  private int incompleteBackups;
  private int missingBackups;
  private String example = "none";

  /** @param folder an empty one */
  PowerCuts(Run run, Path folder) throws SQLException {
    this.run = run;
    this.folder = folder;
    this.contents = PowerCutWork.contents(run.pieces);
  }

  /** Plays a recording and cuts it so many times, anywhere. */
  PowerCuts cut(Recording recording, int wanted) throws Exception {
    List<DiskEvent> events = recording.events();
    int first = run == Run.BACKUP ? events.indexOf(new DiskEvent.Acknowledged(run.pieces)) : 0;
    int[] places = random.ints(wanted, first, events.size()).sorted().toArray();
    Disk disk = new Disk();
    int acknowledged = UNOPENED;
    int next = 0;
    for (int i = 0; i < events.size(); i++) {
      disk.apply(events.get(i));
      if (events.get(i) instanceof DiskEvent.Acknowledged said) {
        acknowledged = said.number();
      }
      for (; next < places.length && places[next] == i; next++) {
        look(disk.cut(random), acknowledged);
      }
    }
    return this;
  }

  private void look(Map<String, byte[]> left, int acknowledged) throws Exception {
    states++;
    Path directory = Files.createDirectories(folder.resolve("state"));
    for (Map.Entry<String, byte[]> file : left.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Path database = directory.resolve(PowerCutChild.FILE);
    Files.createDirectories(database.getParent());
    if (random.nextBoolean()) {
      // Nobody may believe the shared memory of before.
      byte[] shared = new byte[32_768];
      random.nextBytes(shared);
      Files.write(database.resolveSibling(database.getFileName() + "-shm"), shared);
    }
    int committed = Math.min(acknowledged, run.pieces);
    try {
      if (states % STATES_A_RUNTIME == 0 && run != Run.BACKUP) {
        openByTheRuntime(database);
      }
      judge(look(database), committed);
      lookAtBackups(directory, database, acknowledged);
    } catch (SQLException | LitmusException e) {
      damaged++;
      note("damaged", acknowledged, e.toString());
    }
    delete(directory);
  }

  /** What was found in a database; the last piece is {@link #UNOPENED} when the schema is not there yet. */
  private record Found(int piece, String contents, boolean migrated) {}

  private void judge(Found found, int committed) {
    if (found.piece() < committed) {
      lost++;
      lostCommits += committed - found.piece();
      note("lost", committed, "the last is " + found.piece());
    }
    boolean whole =
        found.piece() == UNOPENED || found.contents().equals(contents.get(found.piece()));
    if (!whole || found.piece() > committed + 1) {
      halves++;
      note("half", committed, found.toString());
    }
  }

  private void note(String what, int acknowledged, String words) {
    example = "%s in state %d, %d acknowledged: %s".formatted(what, states, acknowledged, words);
  }

  private void openByTheRuntime(Path file) throws Exception {
    try (SqliteDatabase database =
        TestDatabases.open(PowerCutWork.chain(false), file, run.settings())) {
      IntegrityReport report = database.health().check(IntegrityDepth.FULL);
      if (!report.isSound()) {
        throw new SQLException(report.toString());
      }
    }
  }

  private Found look(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = OFF");
      String verdict = value(statement, "PRAGMA integrity_check(1)");
      if (!verdict.equals("ok")) {
        throw new SQLException(verdict);
      }
      if (!exists(statement, "changed")) {
        return new Found(UNOPENED, "", false);
      }
      statement.execute("INSERT INTO found (found, rank) VALUES ('integrity-check', 1)");
      int piece = Integer.parseInt(value(statement, "SELECT coalesce(max(n), 0) FROM pieces"));
      return new Found(piece, PowerCutWork.contents(connection), exists(statement, "later"));
    }
  }

  private static boolean exists(Statement statement, String name) throws SQLException {
    return !value(statement, "SELECT count(*) FROM sqlite_schema WHERE name = '" + name + "'")
        .equals("0");
  }

  private static String value(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }

  /** Whatever has the name of a backup must be a whole one, and a migration must not be there without it. */
  private void lookAtBackups(Path directory, Path database, int acknowledged) throws Exception {
    if (run != Run.BACKUP) {
      return;
    }
    List<Path> named;
    try (Stream<Path> files = Files.walk(directory)) {
      named = files
          .filter(file -> file.getFileName().toString().matches("chat-v.*\\.sqlite"))
          .toList();
    }
    for (Path backup : named) {
      backups++;
      Found found = look(backup);
      if (found.piece() != run.pieces
          || found.migrated()
          || !found.contents().equals(contents.get(run.pieces))) {
        incompleteBackups++;
        note("incomplete backup", acknowledged, found.toString());
      }
    }
    if (named.isEmpty() && look(database).migrated()) {
      missingBackups++;
      note("no backup", acknowledged, "but migrated");
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** States that cannot be read, or that SQLite's checks find fault with. */
  int damaged() {
    return damaged;
  }

  /** States that hold anything but the work of the first so many pieces. */
  int halves() {
    return halves;
  }

  /** States without a piece that was acknowledged. */
  int lost() {
    return lost;
  }

  /** Whole backups that were found. */
  int backups() {
    return backups;
  }

  /** Files with the name of a backup that are none. */
  int incompleteBackups() {
    return incompleteBackups;
  }

  /** Migrated databases beside which there is no backup. */
  int missingBackups() {
    return missingBackups;
  }

  @Override
  public String toString() {
    String all =
        "power cuts, %s: %d states, %d damaged, %d with half a commit, %d without the last acknowledged commits (%d in all)"
            .formatted(run, states, damaged, halves, lost, lostCommits);
    return run != Run.BACKUP
        ? all
        : all
            + "; %d backups, %d incomplete, %d migrated without one"
                .formatted(backups, incompleteBackups, missingBackups);
  }

  /** The last thing that was wrong, for the message of a test that fails. */
  String example() {
    return example;
  }
}
