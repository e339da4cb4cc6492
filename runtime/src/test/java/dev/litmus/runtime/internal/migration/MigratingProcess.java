package dev.litmus.runtime.internal.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** A program of its own that waits for a file to appear, migrates, and prints how many migrations it applied. */
final class MigratingProcess {

  private MigratingProcess() {}

  /** Every migration leaves a trace that tells how often it ran. */
  static MigrationChain chain(int length, int rowsEach) {
    List<String> files = new ArrayList<>(List.of("1_trace.sql", "CREATE TABLE trace (version)"));
    for (int version = 2; version <= length; version++) {
      files.add(version + "_t.sql");
      files.add("""
          INSERT INTO trace VALUES (%d);
          CREATE TABLE t%d (x);
          INSERT INTO t%d WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n LIMIT %d)
          SELECT hex(randomblob(100)) FROM n;
          """.formatted(version, version, version, rowsEach));
    }
    return Migrations.chain(files.toArray(String[]::new));
  }

  static Process start(Path database, Path signal, int length, int rowsEach) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            MigratingProcess.class.getName(),
            database.toString(),
            signal.toString(),
            String.valueOf(length),
            String.valueOf(rowsEach))
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
      System.out.println("applied " + Migrations.migrate(connection, chain));
    }
  }
}
