package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseBusyException.Reason;
import dev.litmus.runtime.error.DatabaseClosedException;
import dev.litmus.runtime.error.StatementCancelledException;
import dev.litmus.runtime.error.StatementTimeoutException;
import dev.litmus.runtime.internal.connection.Gate.Outcome;
import dev.litmus.runtime.internal.observe.LockWatch;
import dev.litmus.runtime.internal.observe.Observation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Leads threads through the gates of a database, and says why one does not get in. Safe for all threads. */
final class Entrance {

  private final String database;
  private final Duration acquire;
  private final Observation observation;

  Entrance(String database, Duration acquire, Observation observation) {
    this.database = database;
    this.acquire = acquire;
    this.observation = observation;
  }

  /**
   * Takes a permit for the calling thread.
   *
   * @param name what wants it, for error messages, or null
   * @param deadline when it has to be done with its work, or null
   */
  void enter(
      ConnectionGroup group, boolean writes, @Nullable String name, @Nullable Deadline deadline) {
    Outcome outcome = group.gate().enterNow();
    if (outcome == Outcome.ENTERED) {
      return;
    }
    Duration patience = deadline == null ? acquire : deadline.atMost(acquire);
    switch (outcome == null ? await(group, writes, patience) : outcome) {
      case ENTERED -> {}
      case CLOSED -> throw closed(name);
      case INTERRUPTED -> throw interrupted(writes, name);
      case TIMED_OUT ->
        throw patience.equals(acquire)
            ? notFree(group, writes, name, patience)
            : new StatementTimeoutException(
                database,
                name,
                "the time for this work was over before " + what(writes) + " was free; held by "
                    + Gate.describe(group.gate().holders()),
                "Keep transactions short, or give this work more time",
                null);
    }
  }

  /**
   * Takes all permits of a group for the calling thread, or as many as it gets until somebody has one for too long.
   *
   * @param entered counts them
   * @param deadline when it has to have all
   */
  void enterAll(ConnectionGroup group, boolean writes, AtomicInteger entered, Deadline deadline) {
    while (entered.get() < group.size()) {
      Outcome now = group.gate().enterNow();
      switch (now == null ? await(group, writes, deadline.atMost(deadline.limit())) : now) {
        case ENTERED -> entered.incrementAndGet();
        case CLOSED -> throw closed(null);
        case INTERRUPTED -> throw interrupted(writes, null);
        case TIMED_OUT -> throw notFree(group, writes, null, deadline.limit());
      }
    }
  }

  private StatementCancelledException interrupted(boolean writes, @Nullable String name) {
    return new StatementCancelledException(
        database,
        name,
        "interrupted while waiting for " + what(writes),
        "Let the thread end what it does",
        null);
  }

  private static String what(boolean writes) {
    return writes ? "the writer" : "a reader";
  }

  private Outcome await(ConnectionGroup group, boolean writes, Duration patience) {
    LockWatch watch = observation.lockWait(writes);
    Outcome outcome = group.gate().enter(patience);
    if (watch != null) {
      watch.end(outcome == Outcome.ENTERED);
    }
    return outcome;
  }

  private DatabaseBusyException notFree(
      ConnectionGroup group, boolean writes, @Nullable String name, Duration waited) {
    List<Thread> holders = group.gate().holders();
    return new DatabaseBusyException(
        database,
        name,
        writes ? Reason.WRITER : Reason.READER,
        holders.stream().map(Thread::getName).toList(),
        what(writes) + " was not free within " + waited.toMillis() + " ms; held by "
            + Gate.describe(holders),
        "Keep transactions short, and close every one",
        null);
  }

  DatabaseClosedException closed(@Nullable String name) {
    return new DatabaseClosedException(database, name, "the database is closed", null, null);
  }

  /** The only connection had to be given up, and is not replaced. */
  DatabaseClosedException lost(@Nullable String name) {
    return new DatabaseClosedException(
        database,
        name,
        "an error left its only connection in a state that nobody can vouch for; it was closed, and the data in memory"
            + " with it",
        "Open another one",
        null);
  }
}
