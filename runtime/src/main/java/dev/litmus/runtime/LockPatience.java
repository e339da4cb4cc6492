package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.StatementCancelledException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long one opening tries to get the lock that says who uses a file. Begins when it is made. */
final class LockPatience {

  private final String schema;
  private final Path file;
  private final Duration limit;
  private final long start = System.nanoTime();

  LockPatience(String schema, Path file, Duration limit) {
    this.schema = schema;
    this.file = file;
    this.limit = limit;
  }

  /**
   * Waits a little before the next try.
   *
   * @throws DatabaseBusyException when there have been enough
   */
  void pause() {
    if (Duration.ofNanos(System.nanoTime() - start).compareTo(limit) >= 0) {
      throw Failures.openedElsewhere(schema, file.toString(), null);
    }
    try {
      // Uneven, so that two processes do not stay in step.
      Thread.sleep(ThreadLocalRandom.current().nextInt(5, 25));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StatementCancelledException(
          schema,
          null,
          "interrupted while waiting for another process that uses " + file,
          "Let the thread end what it does",
          e);
    }
  }
}
