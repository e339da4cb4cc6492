package dev.litmus.benchmarks.growth;

import dev.litmus.benchmarks.data.BenchRepository;
import dev.litmus.benchmarks.plot.Latency;
import dev.litmus.benchmarks.plot.Plot;
import dev.litmus.benchmarks.plot.Results;
import dev.litmus.benchmarks.plot.Table;
import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads anywhere in a file with a cache that holds a part of it. What SQLite does not have, it asks the system for, which may
 * have it in memory as well: this is what a small cache costs, not a slow disk.
 */
final class CacheGrowth {

  private static final long MOST = 1_000_000;
  private static final double PERCENT = 100;

  /** Parts of the file, in percent; twice the file holds all of it, and what is around the pages. */
  private static final int[] SHARES = {1, 10, 50, 200};

  private CacheGrowth() {}

  static void run(Scale scale, Path folder, Results results) throws IOException {
    long rows = scale.atMost(MOST).maxRows();
    Path file = folder.resolve("cache.sqlite");
    try (SqliteDatabase database = SqliteDatabase.open("bench", file)) {
      new Rows(database).messages(0, rows, Rows.PER_CHAT);
    }
    Table table = new Table(
        "Reads anywhere in a file of " + (Files.size(file) >> 20) + " MiB, " + rows + " rows",
        "cache in % of the file",
        "mapped",
        "W1 p50 µs",
        "W1 p99 µs",
        "W2 p50 µs",
        "W2 p99 µs");
    List<double[]> points = new ArrayList<>();
    List<double[]> lists = new ArrayList<>();
    for (int share : SHARES) {
      double[] found = measure(scale, file, rows, share, false, table);
      points.add(new double[] {share, found[0]});
      lists.add(new double[] {share, found[1]});
    }
    measure(scale, file, rows, 10, true, table);
    results.show("growth-cache", table);
    Plot plot = new Plot(
        "Reads anywhere in a file against the cache", "cache in % of the file", "median, µs");
    plot.line("W1: one by its key", points);
    plot.line("W2: 100 messages of a chat", lists);
    results.show("growth-cache", plot);
  }

  private static double[] measure(
      Scale scale, Path file, long rows, int share, boolean mapped, Table table)
      throws IOException {
    long size = Files.size(file);
    // The writer and the one reader share what the database may take.
    long cache = Math.max(1 << 16, (long) (2 * size * (share / PERCENT)));
    DatabaseSettings settings = DatabaseSettings.DEFAULT.with(
        s -> s.readers(1).cacheSize(cache).mmapSize(mapped ? size : 0));
    try (SqliteDatabase database = SqliteDatabase.open("bench", file, settings)) {
      BenchRepository repository = database.repository(BenchRepository.class);
      Latency point = Latency.of(RowGrowth.point(repository, rows), scale.time());
      Latency list = Latency.of(RowGrowth.list(repository, rows), scale.time());
      table.row(
          share,
          mapped ? "yes" : "no",
          point.micros(50),
          point.micros(99),
          list.micros(50),
          list.micros(99));
      return new double[] {point.micros(50), list.micros(50)};
    }
  }
}
