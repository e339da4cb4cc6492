package dev.litmus.runtime;

import dev.litmus.runtime.internal.connection.Mode;

/**
 * What a transaction may do, and which lock it takes for that; from the weakest to the strongest. A stronger one cannot
 * be begun inside a weaker one.
 *
 * @see <a href="https://sqlite.org/lang_transaction.html">SQLite: transactions</a>
 */
public enum TransactionMode {
  /** Reads only, all from one snapshot of the database, beside a writer. */
  READ(Mode.READ),
  /**
   * Reads and writes, on the writer, which no other thread has meanwhile; SQLite's own lock comes with the first write.
   * That one fails when another process has written since the first read; then only the whole transaction can be run
   * again.
   */
  DEFERRED(Mode.DEFERRED),
  /** Reads and writes; takes the database's one write lock when it begins, so that it cannot fail for it later. */
  IMMEDIATE(Mode.IMMEDIATE),
  /** As IMMEDIATE; in a database without WAL, nobody else reads meanwhile either. */
  EXCLUSIVE(Mode.EXCLUSIVE);

  private final Mode mode;

  TransactionMode(Mode mode) {
    this.mode = mode;
  }

  Mode mode() {
    return mode;
  }
}
