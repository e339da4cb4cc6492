package dev.litmus.benchmarks.growth;

import dev.litmus.benchmarks.data.BenchRepository;
import dev.litmus.benchmarks.plot.Latency;
import dev.litmus.benchmarks.plot.Plot;
import dev.litmus.benchmarks.plot.Results;
import dev.litmus.benchmarks.plot.Table;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.PageRequest;
import dev.litmus.runtime.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A page of 50 rows behind more and more others (W6): by its key, by OFFSET, and by OFFSET with the count of all. */
final class DepthGrowth {

  private static final int PAGE = 50;
  private static final int STRIDE = 10_000;
  private static final long MOST = 1_000_000;

  private DepthGrowth() {}

  static void run(Scale scale, Path folder, Results results) throws IOException {
    long rows = scale.atMost(MOST).maxRows();
    Table table = new Table(
        "A page of " + PAGE + " rows, of a chat of " + rows + " messages",
        "rows before it",
        "by key p50 µs",
        "OFFSET p50 µs",
        "OFFSET and count p50 µs");
    List<double[]> byKey = new ArrayList<>();
    List<double[]> byOffset = new ArrayList<>();
    List<double[]> counted = new ArrayList<>();
    try (SqliteDatabase database = SqliteDatabase.open("bench", folder.resolve("depth.sqlite"))) {
      new Rows(database).messages(0, rows, rows);
      BenchRepository pages = database.repository(BenchRepository.class);
      RowsRepository plain = database.repository(RowsRepository.class);
      String chat = Rows.chat(0);
      for (long depth : depths(rows)) {
        KeysetRequest behind = new KeysetRequest(PAGE, false, cursor(pages, chat, depth));
        PageRequest skipping = new PageRequest(PAGE, depth);
        Latency key = measure(scale, () -> pages.scroll(chat, behind).items().size());
        Latency offset = measure(scale, () -> plain.behind(chat, PAGE, depth).size());
        Latency count = measure(scale, () -> pages.page(chat, skipping).items().size());
        table.row(depth, key.micros(50), offset.micros(50), count.micros(50));
        byKey.add(new double[] {depth, key.micros(50)});
        byOffset.add(new double[] {depth, offset.micros(50)});
        counted.add(new double[] {depth, count.micros(50)});
      }
    }
    results.show("growth-depth", table);
    Plot plot = new Plot(
        "A page of " + PAGE + " rows against its depth", "rows before the page", "median, µs");
    plot.line("by key", byKey);
    plot.line("OFFSET", byOffset);
    plot.line("OFFSET and count of all", counted);
    results.show("growth-depth", plot);
  }

  private static long[] depths(long rows) {
    return LongStream.concat(LongStream.of(0), LongStream.of(Scale.powers(100, rows - PAGE)))
        .toArray();
  }

  /** Where the page behind so many rows begins. */
  private static @Nullable String cursor(BenchRepository pages, String chat, long depth) {
    String cursor = null;
    for (long left = depth; left > 0; left -= STRIDE) {
      int step = (int) Math.min(STRIDE, left);
      cursor = pages
          .scroll(chat, new KeysetRequest(step, false, cursor))
          .lastCursor()
          .orElseThrow();
    }
    return cursor;
  }

  private interface Found {
    int rows();
  }

  private static Latency measure(Scale scale, Found page) {
    return Latency.of(
        () -> {
          if (page.rows() != PAGE) {
            throw new IllegalStateException("a page of " + page.rows() + " rows");
          }
        },
        scale.time());
  }
}
