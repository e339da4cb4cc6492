package dev.litmus.annotations;

/**
 * What a {@link Transactional} method may do, from the weakest to the strongest. The runtime has an enum of the same name
 * and constants, which says more about each.
 *
 * @see <a href="https://sqlite.org/lang_transaction.html">SQLite: transactions</a>
 */
public enum TransactionMode {
  /** Reads only, all from one snapshot of the database. */
  READ,
  /** Reads and writes; SQLite's lock comes with the first write. */
  DEFERRED,
  /** Reads and writes; takes the write lock when it begins. */
  IMMEDIATE,
  /** As IMMEDIATE; in a database without WAL, nobody else reads meanwhile either. */
  EXCLUSIVE
}
