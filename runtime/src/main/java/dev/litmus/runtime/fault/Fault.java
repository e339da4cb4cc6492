package dev.litmus.runtime.fault;

/**
 * What goes wrong at a statement. All but {@link #CRASH_AFTER} come before the statement has any effect.
 *
 * @see <a href="https://sqlite.org/rescode.html">SQLite: result codes</a>
 */
public enum Fault {
  /**
   * The statement fails at once with SQLITE_BUSY, as if another process had kept its lock for longer than anybody waits. The
   * transaction lives on.
   */
  BUSY,
  /** The statement fails with SQLITE_FULL: there is no room on the disk. SQLite ends the whole transaction and undoes it. */
  FULL,
  /**
   * The statement fails with SQLITE_IOERR: the disk does not read or write. SQLite ends the whole transaction and undoes it.
   */
  IO_ERROR,
  /**
   * The process ends before the statement: a {@link SimulatedCrashError}. What is not committed is undone, as it would be when
   * the file is opened again.
   */
  CRASH,
  /**
   * The process ends after the statement: a {@link SimulatedCrashError}. After {@code COMMIT}, or a write outside a transaction,
   * the change stays and nobody has heard of it.
   */
  CRASH_AFTER
}
