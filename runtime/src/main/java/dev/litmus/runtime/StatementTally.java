package dev.litmus.runtime;

import dev.litmus.runtime.health.StatementSummary;
import dev.litmus.runtime.internal.time.Nanos;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * The numbers of one statement. Times go to buckets, four for each power of two nanoseconds, so that a bucket ends at most
 * a fourth above where it begins. Safe for all threads.
 */
final class StatementTally {

  private static final int PARTS_LOG2 = 2;
  private static final int PARTS = 1 << PARTS_LOG2;
  private static final int BUCKETS = Long.SIZE * PARTS;

  private final LongAdder calls = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder rows = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
  private final AtomicLongArray buckets = new AtomicLongArray(BUCKETS);

  void add(StatementEvent event) {
    long took = Math.max(0, Nanos.of(event.duration()));
    calls.increment();
    if (event.failure() != null) {
      failures.increment();
    }
    rows.add(event.rows());
    nanos.add(took);
    longest.accumulate(took);
    buckets.incrementAndGet(bucket(took));
  }

  /** Below {@code PARTS} each number has its bucket; above, the bits after the first one say which part of its power of two. */
  static int bucket(long nanos) {
    if (nanos < PARTS) {
      return (int) nanos;
    }
    int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
    int part = (int) (nanos >>> (power - PARTS_LOG2)) & (PARTS - 1);
    return power * PARTS + part;
  }

  /** The largest number that goes to a bucket. */
  static long end(int bucket) {
    if (bucket < PARTS) {
      return bucket;
    }
    int power = bucket / PARTS;
    long part = bucket % PARTS;
    long width = 1L << (power - PARTS_LOG2);
    return (1L << power) + (part + 1) * width - 1;
  }

  StatementSummary summary(String database, String statement) {
    long max = longest.get();
    return new StatementSummary(
        database,
        statement,
        calls.sum(),
        failures.sum(),
        rows.sum(),
        Duration.ofNanos(nanos.sum()),
        Duration.ofNanos(max),
        Duration.ofNanos(Math.min(max, atMost(50))),
        Duration.ofNanos(Math.min(max, atMost(99))));
  }

  /** How long so many of 100 uses took at most. */
  private long atMost(int percent) {
    long all = 0;
    for (int i = 0; i < BUCKETS; i++) {
      all += buckets.get(i);
    }
    // Rounded up: of one use, the median is that one.
    long wanted = (all * percent + 99) / 100;
    long seen = 0;
    for (int i = 0; i < BUCKETS; i++) {
      seen += buckets.get(i);
      if (seen >= wanted) {
        return end(i);
      }
    }
    return end(BUCKETS - 1);
  }
}
