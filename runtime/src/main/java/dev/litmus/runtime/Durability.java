package dev.litmus.runtime;

/**
 * What a commit promises. After the end of a process, kill -9 included, everything that was committed is there in both
 * cases; they differ when the power fails or the system crashes.
 *
 * @see <a href="https://sqlite.org/pragma.html#pragma_synchronous">SQLite: PRAGMA synchronous</a>
 */
public enum Durability {
  /**
   * A commit does not wait for the disk. After a power cut the last commits may be gone, acknowledged ones too, as if they
   * had never been: what is there are the first so many, each of them whole, and the database is intact. Without WAL at
   * most the very last one is undone, for a commit waits there, with four syncs, for all but the end of its journal.
   */
  NORMAL(1, 2),
  /**
   * A commit returns when the disk has it: after a power cut it is there. Slower, by a sync of the disk each; without WAL
   * a commit syncs five times.
   */
  FULL(2, 3);

  private final int withWal;
  private final int withJournal;

  Durability(int withWal, int withJournal) {
    this.withWal = withWal;
    this.withJournal = withJournal;
  }

  /**
   * What SQLite calls it. A level more without WAL: there its NORMAL can leave a damaged database, and under its FULL a
   * journal that was deleted can come back and undo what it was deleted for.
   */
  int synchronous(boolean wal) {
    return wal ? withWal : withJournal;
  }
}
