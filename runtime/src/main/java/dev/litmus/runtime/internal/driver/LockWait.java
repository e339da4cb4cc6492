package dev.litmus.runtime.internal.driver;

import java.time.Duration;
import org.sqlite.BusyHandler;

/**
 * Waits for another process's lock. SQLite's own busy timeout can be ended neither by an interrupt nor by a deadline.
 *
 * <p>Source: <a href="https://sqlite.org/c3ref/busy_handler.html">sqlite3_busy_handler</a>.
 */
final class LockWait extends BusyHandler {

  private static final int FIRST_PAUSES = 8;
  private static final long LONG_PAUSE_MILLIS = 25;

  private final long limit;
  private final Watch watch;
  private long start;

  LockWait(Duration limit, Watch watch) {
    this.limit = limit.toNanos();
    this.watch = watch;
  }

  /** Nonzero to try again. */
  @Override
  protected int callback(int tries) {
    if (tries == 0) {
      start = System.nanoTime();
    }
    if (watch.stops() || System.nanoTime() - start >= limit) {
      return 0;
    }
    try {
      Thread.sleep(tries < FIRST_PAUSES ? 1 + tries : LONG_PAUSE_MILLIS);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
