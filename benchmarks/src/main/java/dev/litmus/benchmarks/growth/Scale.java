package dev.litmus.benchmarks.growth;

import java.time.Duration;
import java.util.stream.LongStream;

/**
 * How far a measurement goes.
 *
 * @param maxRows the most rows a table has
 * @param time how long each operation is warmed up, and then measured
 * @param maxParts the most migrations, and a tenth of them the most repositories
 */
record Scale(long maxRows, Duration time, int maxParts) {

  private static final long LEAST_ROWS = 1_000;

  /** What is too large for a part that needs more time for a row. */
  Scale atMost(long rows) {
    return new Scale(Math.min(maxRows, rows), time, maxParts);
  }

  /** Numbers of rows, each ten times the one before. */
  long[] rows() {
    return powers(LEAST_ROWS, maxRows);
  }

  static long[] powers(long least, long most) {
    return LongStream.iterate(least, power -> power <= most, power -> power * 10)
        .toArray();
  }
}
