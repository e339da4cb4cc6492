package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.internal.time.Nanos;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The moment at which work has to be done.
 *
 * @param nanos in the time of {@link System#nanoTime}
 * @param limit how long the work had in all, for messages
 */
public record Deadline(long nanos, Duration limit) {

  /** Returns the moment after the duration from now. */
  public static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime() + Nanos.of(limit), limit);
  }

  /** Returns the earlier of two; null is never. */
  static @Nullable Deadline earlier(@Nullable Deadline one, @Nullable Deadline other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.nanos - other.nanos <= 0 ? one : other;
  }

  /** Whether it has come. */
  public boolean isPast() {
    return System.nanoTime() - nanos >= 0;
  }

  /** What is left of it, at most the patience; never negative. */
  Duration atMost(Duration patience) {
    long left = Math.max(0, nanos - System.nanoTime());
    return left < Nanos.of(patience) ? Duration.ofNanos(left) : patience;
  }
}
