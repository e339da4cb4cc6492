package dev.litmus.benchmarks.growth;

import dev.litmus.benchmarks.data.BenchRepository;
import dev.litmus.benchmarks.plot.Latency;
import dev.litmus.benchmarks.plot.Plot;
import dev.litmus.benchmarks.plot.Results;
import dev.litmus.benchmarks.plot.Table;
import dev.litmus.runtime.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Point selects (W1) and the messages of a chat (W2), anywhere among more and more rows. */
final class RowGrowth {

  private static final double MIB = 1 << 20;

  private RowGrowth() {}

  static void run(Scale scale, Path folder, Results results) throws IOException {
    Table table = new Table(
        "Cost against rows",
        "rows",
        "MiB",
        "insert µs/row",
        "W1 p50 µs",
        "W1 p99 µs",
        "W2 p50 µs",
        "W2 p99 µs");
    List<double[]> points = new ArrayList<>();
    List<double[]> lists = new ArrayList<>();
    Path file = folder.resolve("rows.sqlite");
    try (SqliteDatabase database = SqliteDatabase.open("bench", file)) {
      BenchRepository repository = database.repository(BenchRepository.class);
      long before = 0;
      for (long rows : scale.rows()) {
        long start = System.nanoTime();
        new Rows(database).messages(before, rows, Rows.PER_CHAT);
        double perRow = (System.nanoTime() - start) / 1000.0 / (rows - before);
        Latency point = Latency.of(point(repository, rows), scale.time());
        Latency list = Latency.of(list(repository, rows), scale.time());
        table.row(
            rows,
            database.health().statistics().sizeBytes() / MIB,
            perRow,
            point.micros(50),
            point.micros(99),
            list.micros(50),
            list.micros(99));
        points.add(new double[] {rows, point.micros(50)});
        lists.add(new double[] {rows, list.micros(50)});
        before = rows;
      }
    }
    results.show("growth-rows", table);
    Plot plot = new Plot("Cost against rows", "rows in the table", "median, µs");
    plot.line("W1: one by its key", points);
    plot.line("W2: 100 messages of a chat", lists);
    results.show("growth-rows", plot);
  }

  static Runnable point(BenchRepository repository, long rows) {
    SplittableRandom random = new SplittableRandom(rows);
    return () -> {
      if (repository.find(Rows.message(random.nextLong(rows))).isEmpty()) {
        throw new IllegalStateException("a message is missing");
      }
    };
  }

  static Runnable list(BenchRepository repository, long rows) {
    SplittableRandom random = new SplittableRandom(rows);
    return () -> {
      int found =
          repository.ofChat(Rows.chat(random.nextLong(rows / Rows.PER_CHAT))).size();
      if (found != Rows.PER_CHAT) {
        throw new IllegalStateException("found " + found + " messages in a chat");
      }
    };
  }
}
