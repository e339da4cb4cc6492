package dev.litmus.benchmarks.growth;

import dev.litmus.benchmarks.compiling.GeneratedProject;
import dev.litmus.benchmarks.plot.Latency;
import dev.litmus.benchmarks.plot.Plot;
import dev.litmus.benchmarks.plot.Results;
import dev.litmus.benchmarks.plot.Table;
import dev.litmus.runtime.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Opening a database with more and more migrations: the first time, which applies them, and later. Every tenth makes a table,
 * the others add columns to it.
 */
final class MigrationGrowth {

  private static final int NEW_FILES = 3;
  private static final int OLD_FILES = 30;
  private static final double MICROS_PER_MILLI = 1000;

  private MigrationGrowth() {}

  static void run(Scale scale, Path folder, Results results) throws IOException {
    Table table = new Table(
        "Opening against migrations", "migrations", "first open p50 ms", "later open p50 ms");
    List<double[]> first = new ArrayList<>();
    List<double[]> later = new ArrayList<>();
    for (long migrations : Scale.powers(1, scale.maxParts())) {
      Path place = folder.resolve("migrations-" + migrations);
      Module module = Module.compile(project(place, (int) migrations));
      Latency applying = new Latency();
      Latency opening = new Latency();
      module.run(loader -> {
        for (int i = 0; i < NEW_FILES; i++) {
          applying.add(open(place.resolve("new-" + i + ".sqlite")));
        }
        Path old = place.resolve("new-0.sqlite");
        for (int i = -OLD_FILES; i < OLD_FILES; i++) {
          long nanos = open(old);
          if (i >= 0) {
            opening.add(nanos);
          }
        }
      });
      double once = applying.micros(50) / MICROS_PER_MILLI;
      double again = opening.micros(50) / MICROS_PER_MILLI;
      table.row(migrations, once, again);
      first.add(new double[] {migrations, once});
      later.add(new double[] {migrations, again});
    }
    results.show("growth-migrations", table);
    Plot plot = new Plot("Opening a database against its migrations", "migrations", "median, ms");
    plot.line("first: all are applied", first);
    plot.line("later: none is", later);
    results.show("growth-migrations", plot);
  }

  private static GeneratedProject project(Path folder, int migrations) throws IOException {
    GeneratedProject project = new GeneratedProject(folder);
    for (int version = 1; version <= migrations; version++) {
      int number = (version - 1) / 10;
      project.migration(
          "grown",
          version,
          version % 10 == 1
              ? "CREATE TABLE t" + number + " (id INTEGER PRIMARY KEY, name TEXT NOT NULL);"
              : "ALTER TABLE t" + number + " ADD COLUMN c" + version + " TEXT;");
    }
    project.source("Grown", """
        import dev.litmus.annotations.*;
        @Database("grown") public interface Grown {
          @Query("SELECT count(*) FROM t0") long count();
        }
        """);
    return project;
  }

  /** How long it takes to open it, in nanoseconds; closing is not counted. */
  private static long open(Path file) {
    long start = System.nanoTime();
    SqliteDatabase database = SqliteDatabase.open("grown", file);
    long opened = System.nanoTime();
    database.close();
    return opened - start;
  }
}
