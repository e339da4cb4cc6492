package dev.litmus.runtime.internal.driver;

/**
 * Whether what runs on a connection should stop. Asked by SQLite every few thousand steps of a statement, and while it
 * waits for another process's lock, on the thread that runs the statement.
 */
public interface Watch {

  /** True to end the statement with SQLITE_INTERRUPT, or the waiting with SQLITE_BUSY. */
  boolean stops();
}
