package dev.litmus.runtime.internal.time;

import java.time.Duration;

/** Durations in nanoseconds, to be added to {@link System#nanoTime} and to each other. */
public final class Nanos {

  /** Some 73 years. As good as for ever, and short enough that neither a sum nor a difference overflows. */
  static final long FOREVER = Long.MAX_VALUE / 4;

  private static final Duration LONGEST = Duration.ofNanos(FOREVER);

  private Nanos() {}

  /** Returns the length of a duration that is not negative; of one that nobody lives to see the end of, some 73 years. */
  public static long of(Duration duration) {
    return duration.compareTo(LONGEST) < 0 ? duration.toNanos() : FOREVER;
  }
}
