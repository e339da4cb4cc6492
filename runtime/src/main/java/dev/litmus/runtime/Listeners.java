package dev.litmus.runtime;

import dev.litmus.runtime.internal.observe.Observer;
import dev.litmus.runtime.internal.observe.TransactionOutcome;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells listeners, and keeps from the work what they throw. Safe for all threads. */
final class Listeners implements Observer {

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");

  private final List<Guarded> listeners;

  Listeners(List<DatabaseListener> listeners) {
    this.listeners = listeners.stream().map(Guarded::new).toList();
  }

  @Override
  public void statement(
      String database,
      String name,
      String sql,
      boolean writes,
      int executions,
      long rows,
      long nanos,
      @Nullable SQLException failure) {
    StatementEvent event = new StatementEvent(
        database, name, sql, writes, executions, rows, Duration.ofNanos(nanos), failure);
    tell(listener -> listener.statement(event));
  }

  @Override
  public void lockWait(String database, boolean writer, long nanos, boolean entered) {
    LockWaitEvent event = new LockWaitEvent(database, writer, Duration.ofNanos(nanos), entered);
    tell(listener -> listener.lockWait(event));
  }

  @Override
  public void transaction(String database, String mode, long nanos, TransactionOutcome outcome) {
    TransactionEvent event = new TransactionEvent(
        database,
        TransactionMode.valueOf(mode),
        Duration.ofNanos(nanos),
        TransactionEvent.Outcome.valueOf(outcome.name()));
    tell(listener -> listener.transaction(event));
  }

  void migration(MigrationEvent event) {
    tell(listener -> listener.migration(event));
  }

  private void tell(Consumer<DatabaseListener> call) {
    for (Guarded listener : listeners) {
      listener.tell(call);
    }
  }

  /** A listener whose failures are logged. */
  private static final class Guarded {
    private final DatabaseListener listener;
    private final AtomicBoolean failed = new AtomicBoolean();

    Guarded(DatabaseListener listener) {
      this.listener = listener;
    }

    void tell(Consumer<DatabaseListener> call) {
      try {
        call.accept(listener);
      } catch (Throwable e) {
        // Also an Error: it would make the caller believe that a commit had failed.
        // Once loudly: a listener that always fails would fill the log, a line for each statement.
        Level level = failed.getAndSet(true) ? Level.DEBUG : Level.WARNING;
        LOG.log(level, "a listener failed: " + listener.getClass().getName(), e);
      }
    }
  }
}
