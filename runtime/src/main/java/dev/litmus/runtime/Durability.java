package dev.litmus.runtime;

/**
 * What a commit promises. After the end of a process, kill -9 included, everything that was committed is there in both
 * cases; they differ when the power fails or the system crashes.
 *
 * @see <a href="https://sqlite.org/pragma.html#pragma_synchronous">SQLite: PRAGMA synchronous</a>
 */
public enum Durability {
  /**
   * A commit does not wait for the disk. After a power cut the last transactions may be gone, as if they had never been;
   * the database is intact. That holds with WAL; without it, an old file system can leave a damaged database.
   */
  NORMAL(1),
  /** A commit returns when the disk has it: after a power cut it is there. Slower, by a sync of the disk each. */
  FULL(2);

  private final int synchronous;

  Durability(int synchronous) {
    this.synchronous = synchronous;
  }

  int synchronous() {
    return synchronous;
  }
}
