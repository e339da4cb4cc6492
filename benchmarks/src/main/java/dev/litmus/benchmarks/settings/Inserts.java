package dev.litmus.benchmarks.settings;

import dev.litmus.benchmarks.data.BenchRepository;
import dev.litmus.benchmarks.data.Message;
import dev.litmus.benchmarks.growth.Rows;
import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

/** A database of its own with rows in it, to which more are inserted, each in a transaction of its own. */
final class Inserts implements AutoCloseable {

  private static final double NANOS_PER_MICRO = 1_000;
  private static final int CHATS = 100;

  private final Path log;
  private final SqliteDatabase database;
  private final BenchRepository repository;
  private final Supplier<String> keys;
  private final long[] nanos;
  private int made;
  private long largest;

  /**
   * Makes the database.
   *
   * @param rows how many it has at first
   * @param keys makes the keys of further ones
   * @param inserts how many further ones there will be
   */
  Inserts(Path file, DatabaseSettings settings, long rows, Supplier<String> keys, int inserts) {
    this.log = file.resolveSibling(file.getFileName() + "-wal");
    this.database = SqliteDatabase.open("bench", file, settings);
    this.repository = database.repository(BenchRepository.class);
    this.keys = keys;
    this.nanos = new long[inserts];
    new Rows(database).messages(0, rows, rows / CHATS);
  }

  /** Inserts some rows; a part of them all, so that others can be measured in between. */
  void run(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Message message = new Message(
          keys.get(),
          Rows.chat(made % CHATS),
          "user",
          "a".repeat(200),
          null,
          made,
          "2026-01-01T00:00:00.000Z",
          false);
      long start = System.nanoTime();
      repository.insert(message);
      nanos[made++] = System.nanoTime() - start;
    }
    largest = Math.max(largest, Files.size(log));
  }

  double mean() {
    return Arrays.stream(nanos, 0, made).average().orElseThrow() / NANOS_PER_MICRO;
  }

  /** The latency that a share of the inserts was below, in microseconds. */
  double below(double share) {
    long[] sorted = Arrays.copyOf(nanos, made);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(made - 1, Math.floor(made * share))] / NANOS_PER_MICRO;
  }

  double largestLogMebibytes() {
    return largest / (double) (1 << 20);
  }

  @Override
  public void close() {
    database.close();
  }
}
