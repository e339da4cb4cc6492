package dev.litmus.runtime.internal.driver;

import dev.litmus.runtime.internal.time.Nanos;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Waits for another process longer than a connection's busy timeout does: that is set for the short transactions of an
 * application, and a migration may take minutes. An interrupt of the thread ends it, with what the last try reported.
 *
 * @param limit for how long to try again
 */
public record BusyWait(Duration limit) {

  private static final Duration MIGRATION = Duration.ofSeconds(60);
  private static final int SQLITE_BUSY = 5;
  private static final long PAUSE_MILLIS = 20;

  /** Something that may be tried again after SQLITE_BUSY. */
  @FunctionalInterface
  public interface Action<T> {
    /** Tries it, from its beginning. */
    T run() throws SQLException;
  }

  /** Waits as long as another process's migration is waited for. */
  public static BusyWait forMigrations() {
    return new BusyWait(MIGRATION);
  }

  /** Runs the action until it is done, or fails with something else, or the time is over. */
  public <T> T run(Action<T> action) throws SQLException {
    long start = System.nanoTime();
    while (true) {
      try {
        return action.run();
      } catch (SQLException e) {
        if (!isBusy(e)
            || Thread.currentThread().isInterrupted()
            || System.nanoTime() - start >= Nanos.of(limit)) {
          throw e;
        }
      }
      pause();
    }
  }

  /** Whether the failure is one that may pass. */
  public static boolean isBusy(SQLException e) {
    return (e.getErrorCode() & 0xFF) == SQLITE_BUSY;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      // The next try tells its own failure, and is the last.
      Thread.currentThread().interrupt();
    }
  }
}
