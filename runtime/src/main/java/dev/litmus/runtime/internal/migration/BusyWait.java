package dev.litmus.runtime.internal.migration;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;

/**
 * Waits for another process longer than a connection's busy timeout does: that is set for the short transactions of an
 * application, and a migration may take minutes.
 *
 * @param limit for how long to try again
 */
record BusyWait(Duration limit) {

  private static final int SQLITE_BUSY = 5;
  private static final long PAUSE_MILLIS = 20;

  /** Something that may be tried again after SQLITE_BUSY. */
  @FunctionalInterface
  interface Action<T> {
    T run() throws SQLException;
  }

  <T> T run(Action<T> action) throws SQLException {
    long start = System.nanoTime();
    while (true) {
      try {
        return action.run();
      } catch (SQLException e) {
        if (!isBusy(e) || System.nanoTime() - start >= limit.toNanos()) {
          throw e;
        }
      }
      pause();
    }
  }

  static boolean isBusy(SQLException e) {
    return (e.getErrorCode() & 0xFF) == SQLITE_BUSY;
  }

  private static void pause() throws SQLException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientException("interrupted while waiting for another migration", e);
    }
  }
}
