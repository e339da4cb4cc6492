package dev.litmus.runtime;

/** What a transaction may do, and which lock it takes for that. */
public enum TransactionMode {
  /** Reads only, all from one snapshot of the database, beside a writer. */
  READ,
  /** Reads and writes; takes the database's one write lock when it begins, so that it cannot fail for it later. */
  IMMEDIATE
}
