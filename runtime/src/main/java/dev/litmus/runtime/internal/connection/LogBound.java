package dev.litmus.runtime.internal.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * When the write-ahead log has grown too long. SQLite copies it into the file again and again, but begins it anew only at a
 * moment when nobody reads; where reads overlap there is none, and it grows without end. Used by the thread that has the
 * writer.
 *
 * <p>Source: <a href="https://sqlite.org/wal.html#avoiding_excessively_large_wal_files">large WAL files</a>.
 */
final class LogBound {

  /** How often the log is looked at. */
  private static final int WRITES_BETWEEN_LOOKS = 64;

  /** How many times the size at which SQLite copies it. */
  private static final int TIMES = 4;

  private final @Nullable Path log;
  private final long least;
  private long bound;
  private int writes;

  /**
   * Creates the bound of a log.
   *
   * @param log the file; null when there is none
   * @param logBytes the size at which SQLite copies it
   */
  LogBound(@Nullable Path log, long logBytes) {
    this.log = log;
    this.least = TIMES * logBytes;
    this.bound = least;
  }

  /** Whether it is too long. Called after each use of the writer. */
  boolean isPassed() {
    writes++;
    return log != null && writes % WRITES_BETWEEN_LOOKS == 0 && size(log) > bound;
  }

  /** Takes note of whether it begins anew; while somebody reads for long, it is not tried again at every write. */
  void tried(boolean begunAnew) {
    bound = begunAnew || log == null ? least : 2 * size(log);
  }

  private static long size(Path log) {
    try {
      return Files.size(log);
    } catch (IOException none) {
      return 0;
    }
  }
}
