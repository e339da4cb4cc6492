package dev.litmus.runtime.internal.observe;

import org.jspecify.annotations.Nullable;

/** A wait for a connection that somebody watches. For one thread. */
public final class LockWatch {

  private final String database;
  private final @Nullable Observer observer;
  private final boolean writer;
  private final LockWaitJfrEvent event = new LockWaitJfrEvent();
  private final long start = System.nanoTime();

  LockWatch(String database, @Nullable Observer observer, boolean writer) {
    this.database = database;
    this.observer = observer;
    this.writer = writer;
    event.begin();
  }

  /** The wait is over; {@code entered} tells whether the thread got a connection. */
  public void end(boolean entered) {
    event.end();
    long nanos = System.nanoTime() - start;
    if (event.shouldCommit()) {
      event.database = database;
      event.writer = writer;
      event.acquired = entered;
      event.commit();
    }
    if (observer != null) {
      observer.lockWait(database, writer, nanos, entered);
    }
  }
}
