package dev.litmus.benchmarks.plot;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** How long something took, many times. Not for several threads: each has its own, and they are added up afterwards. */
public final class Latency {

  private static final double NANOS_PER_MICRO = 1000;

  private final Histogram histogram = new Histogram(3);

  /** Adds one, in nanoseconds. */
  public void add(long nanos) {
    histogram.recordValue(Math.max(0, nanos));
  }

  /** Adds all of another. */
  public void add(Latency other) {
    histogram.add(other.histogram);
  }

  /** How many there are. */
  public long count() {
    return histogram.getTotalCount();
  }

  /**
   * A quantile in microseconds; 0 of none.
   *
   * @param percent of how many it is the longest, 50 for the median
   */
  public double micros(double percent) {
    return count() == 0 ? 0 : histogram.getValueAtPercentile(percent) / NANOS_PER_MICRO;
  }

  /** The longest, in microseconds; 0 of none. */
  public double maxMicros() {
    return histogram.getMaxValue() / NANOS_PER_MICRO;
  }

  /** Runs something for a while to warm it up, and then as long again for the result; at least once each. */
  public static Latency of(Runnable work, Duration time) {
    run(work, time);
    return run(work, time);
  }

  private static Latency run(Runnable work, Duration time) {
    Latency latency = new Latency();
    long end = System.nanoTime() + time.toNanos();
    long before = System.nanoTime();
    do {
      work.run();
      long after = System.nanoTime();
      latency.add(after - before);
      before = after;
    } while (before - end < 0);
    return latency;
  }
}
