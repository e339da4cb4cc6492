package dev.litmus.runtime.internal.driver;

import dev.litmus.runtime.internal.time.Nanos;
import java.time.Duration;
import org.sqlite.BusyHandler;

/**
 * Waits for another process's lock. SQLite's own busy timeout can be ended neither by an interrupt nor by a deadline.
 *
 * <p>SQLite's lock has no queue: it goes to who asks while it happens to be free. Who asks seldom is starved by a process
 * that writes without a pause, so the pauses stay short. A database has one writer, hence one thread that waits so.
 *
 * <p>Source: <a href="https://sqlite.org/c3ref/busy_handler.html">sqlite3_busy_handler</a>.
 */
final class LockWait extends BusyHandler {

  private static final long PAUSE_MILLIS = 1;

  private final long limit;
  private final Watch watch;
  private long start;

  LockWait(Duration limit, Watch watch) {
    this.limit = Nanos.of(limit);
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
      Thread.sleep(PAUSE_MILLIS);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      // Asked, so that the failure says why.
      return watch.stops() ? 0 : 1;
    }
  }
}
