package dev.litmus.runtime;

import java.time.Duration;

/**
 * An outermost transaction that has ended, for a {@link DatabaseListener}.
 *
 * @param database the schema of the database
 * @param mode what it could do
 * @param duration from its BEGIN until it had ended; waiting for the connection came before
 * @param outcome how it ended
 */
public record TransactionEvent(
    String database, TransactionMode mode, Duration duration, Outcome outcome) {

  /** How a transaction ends. */
  public enum Outcome {
    /** Its changes are permanent. */
    COMMITTED,
    /** Its changes are undone: it was left without a commit, or the commit was refused. */
    ROLLED_BACK,
    /** SQLite ended it after an error, and undid its changes. */
    ENDED_BY_SQLITE
  }
}
