package dev.litmus.runtime.internal.connection;

import java.time.Duration;

/**
 * How long a database waits.
 *
 * @param acquire for the writer or a reader, and for another process's lock
 * @param grace for running work, when closing, before it is interrupted
 * @param interrupted for interrupted work, when closing, before it is left to its holder
 */
public record Patience(Duration acquire, Duration grace, Duration interrupted) {

  /** What {@code Databases.open} uses. */
  public static final Patience DEFAULT =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(2));
}
