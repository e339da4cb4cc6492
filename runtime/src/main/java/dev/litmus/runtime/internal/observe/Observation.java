package dev.litmus.runtime.internal.observe;

import org.jspecify.annotations.Nullable;

/**
 * What of one database is watched. Each method returns null when nobody watches: then nothing is created, and no clock is
 * read. The question to the flight recorder is a constant for the JIT until it is started. Safe for all threads.
 */
public final class Observation {

  private final String database;
  private final @Nullable Observer observer;

  /**
   * Describes who watches.
   *
   * @param observer who does besides the flight recorder, or null
   */
  public Observation(String database, @Nullable Observer observer) {
    this.database = database;
    this.observer = observer;
  }

  /** Called before the first execution of a statement that was lent. */
  public @Nullable StatementWatch statement(String name, String sql, boolean writes) {
    return observer == null && !StatementJfrEvent.isOn()
        ? null
        : new StatementWatch(database, observer, name, sql, writes);
  }

  /** Called before a thread waits for a connection. */
  public @Nullable LockWatch lockWait(boolean writer) {
    return observer == null && !LockWaitJfrEvent.isOn()
        ? null
        : new LockWatch(database, observer, writer);
  }

  /** Called before the BEGIN of an outermost transaction. */
  public @Nullable TransactionWatch transaction(String mode) {
    return observer == null && !TransactionJfrEvent.isOn()
        ? null
        : new TransactionWatch(database, observer, mode);
  }
}
