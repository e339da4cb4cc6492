package dev.litmus.runtime.internal.observe;

import org.jspecify.annotations.Nullable;

/** An outermost transaction that somebody watches. For one thread. */
public final class TransactionWatch {

  private final String database;
  private final @Nullable Observer observer;
  private final String mode;
  private final TransactionJfrEvent event = new TransactionJfrEvent();
  private final long start = System.nanoTime();

  TransactionWatch(String database, @Nullable Observer observer, String mode) {
    this.database = database;
    this.observer = observer;
    this.mode = mode;
    event.begin();
  }

  /** It has ended and its connection is given back. */
  public void end(TransactionOutcome outcome) {
    event.end();
    long nanos = System.nanoTime() - start;
    if (event.shouldCommit()) {
      event.database = database;
      event.mode = mode;
      event.outcome = outcome.name();
      event.commit();
    }
    if (observer != null) {
      observer.transaction(database, mode, nanos, outcome);
    }
  }
}
