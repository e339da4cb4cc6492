package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.migration.MigrationTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of its own that waits for a file to appear, migrates or rolls back, and prints how many migrations it applied or
 * undid. When it is to do both, it does so in turns until it is told to stop, and says what refused it.
 */
final class MigratingProcess {

  private MigratingProcess() {}

  /** Every migration leaves a trace that tells how often it ran. */
  static MigrationChain chain(int length, int rowsEach) {
    List<String> files = new ArrayList<>(
        List.of("1_trace.sql", "-- Up\nCREATE TABLE trace (version);\n-- Down\nDROP TABLE trace;"));
    for (int version = 2; version <= length; version++) {
      files.add(version + "_t.sql");
      files.add("""
          -- Up
          INSERT INTO trace VALUES (%1$d);
          CREATE TABLE t%1$d (x);
          INSERT INTO t%1$d WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n LIMIT %2$d)
          SELECT hex(randomblob(100)) FROM n;
          -- Down
          DELETE FROM trace WHERE version = %1$d;
          UPDATE t%1$d SET x = hex(randomblob(100));
          DROP TABLE t%1$d;
          """.formatted(version, rowsEach));
    }
    return Migrations.chain(files.toArray(String[]::new));
  }

  /** What the program does. */
  enum Work {
    UP,
    /** Up, and says of each step that it is committed. */
    STEPS_UP,
    /** Back, and says it as well. */
    DOWN,
    BOTH
  }

  static Process start(Path database, Path signal, int length, int rowsEach) throws IOException {
    return start(database, signal, length, rowsEach, Work.UP);
  }

  static Process start(Path database, Path signal, int length, int rowsEach, Work work)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // A process that is killed leaves the native library behind.
            "-Dorg.sqlite.tmpdir=" + database.getParent(),
            "-cp",
            System.getProperty("java.class.path"),
            MigratingProcess.class.getName(),
            database.toString(),
            signal.toString(),
            String.valueOf(length),
            String.valueOf(rowsEach),
            work.name())
        .redirectError(
            ProcessBuilder.Redirect.appendTo(Path.of(database + ".log").toFile()))
        .start();
  }

  public static void main(String[] args) throws Exception {
    MigrationChain chain = chain(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    try (Connection connection = Migrations.open(Path.of(args[0]))) {
      Migrations.execute(connection, "PRAGMA busy_timeout = 50");
      System.out.println("ready");
      while (!Files.exists(Path.of(args[1]))) {
        Thread.sleep(1);
      }
      switch (Work.valueOf(args[4])) {
        case UP -> System.out.println("applied " + Migrations.migrate(connection, chain));
        case STEPS_UP -> {
          MigrationRunner.migrate(
              connection, observed(chain, new Steps()), MigrationTarget.latest());
        }
        case DOWN -> System.out.println("undone " + rollback(connection, chain, new Steps()));
        case BOTH -> {
          for (int turn = 0; turn < 6; turn++) {
            System.out.println(turn(connection, chain, turn % 2 == 0));
          }
        }
      }
    }
  }

  private static int rollback(
      Connection connection, MigrationChain chain, MigrationObserver observer) throws SQLException {
    return RollbackRunner.rollback(connection, observed(chain, observer), MigrationTarget.nothing())
        .size();
  }

  private static MigrationContext observed(MigrationChain chain, MigrationObserver observer) {
    MigrationContext plain = Migrations.context(chain);
    return new MigrationContext(
        chain, plain.options(), observer, plain.scratch(), plain.patience());
  }

  /** Says of each step that it is committed. */
  private static final class Steps implements MigrationObserver {
    @Override
    public void applied(Migration migration, Duration duration) {
      System.out.println("step");
    }

    @Override
    public void undone(Migration migration, Duration duration) {
      System.out.println("step");
    }
  }

  private static String turn(Connection connection, MigrationChain chain, boolean up)
      throws SQLException {
    try {
      return up
          ? "applied " + Migrations.migrate(connection, chain)
          : "undone " + rollback(connection, chain, MigrationObserver.NOBODY);
    } catch (MigrationException e) {
      return "refused " + e.getMessage();
    }
  }
}
