package dev.litmus.runtime.internal.observe;

/** How a transaction ended. */
public enum TransactionOutcome {
  COMMITTED,
  ROLLED_BACK,
  /** By SQLite, after an error; everything was undone. */
  ENDED_BY_SQLITE
}
