package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseClosedException;
import dev.litmus.runtime.internal.driver.DriverConnection;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one database: one that writes and a few that read. A thread holds at most one of them at a time and
 * does everything on it, so nested reads cannot exhaust the readers and no two threads wait for each other. Safe for all
 * threads.
 */
public final class ConnectionPool {

  /** What has to be done on the writer before anybody else sees the database. */
  public interface Preparation {

    /**
     * Runs on the driver's own connection, in auto-commit mode.
     *
     * @param writer not to be closed or kept
     */
    void run(Connection writer) throws SQLException;
  }

  /** What a thread remembers of a database; it must not lead back to the pool, or an idle thread would keep that. */
  private static final class ThreadState {
    private @Nullable Hold hold;
    private int lastReader = -1;
  }

  private static final int READERS = 4;
  private static final Duration NUDGE = Duration.ofMillis(50);

  private final String database;
  private final Patience patience;
  private final Runnable onClosed;
  private final String version;
  private final ConnectionGroup writers;
  private final ConnectionGroup readers;
  private final ThreadLocal<ThreadState> threads = ThreadLocal.withInitial(ThreadState::new);
  private final ReentrantLock closeLock = new ReentrantLock();
  private final Object finishLock = new Object();
  private volatile boolean closing;
  private volatile boolean expired;
  private boolean reported;

  private ConnectionPool(
      String database, Path file, Patience patience, Runnable onClosed, DriverConnection writer)
      throws SQLException {
    this.database = database;
    this.patience = patience;
    this.onClosed = onClosed;
    this.version = writer.version();
    this.writers =
        new ConnectionGroup(1, () -> DriverConnection.openWriter(file, patience.acquire()));
    this.readers =
        new ConnectionGroup(READERS, () -> DriverConnection.openReader(file, patience.acquire()));
    writers.add(writer);
  }

  /**
   * Opens the writer and prepares the database; on failure nothing stays open.
   *
   * @param database what error messages call it
   * @param file a real path of an existing file, without {@code ?}
   * @param onClosed called once, when the last connection has been closed
   */
  public static ConnectionPool open(
      String database, Path file, Patience patience, Preparation preparation, Runnable onClosed)
      throws SQLException {
    DriverConnection writer = DriverConnection.openWriter(file, patience.acquire());
    try {
      preparation.run(writer.jdbc());
      return new ConnectionPool(database, file, patience, onClosed, writer);
    } catch (SQLException | RuntimeException | Error e) {
      try {
        writer.close();
      } catch (SQLException late) {
        e.addSuppressed(late);
      }
      throw e;
    }
  }

  String database() {
    return database;
  }

  /** Returns SQLite's version, for example {@code 3.54.1}. */
  public String version() {
    return version;
  }

  /** Whether {@link #close} has begun. */
  public boolean isClosing() {
    return closing;
  }

  /** Whether the patience of {@link #close} with running work is over. */
  boolean isExpired() {
    return expired;
  }

  /** Lends a statement that reads, on what the thread holds, or else on a reader. */
  public PreparedStatement read(String name, int slot, String sql) throws SQLException {
    return lend(name, slot, sql, false);
  }

  /** Lends a statement that writes, on what the thread holds, or else on the writer. */
  public PreparedStatement write(String name, int slot, String sql) throws SQLException {
    return lend(name, slot, sql, true);
  }

  private PreparedStatement lend(String name, int slot, String sql, boolean writes)
      throws SQLException {
    Hold held = threads.get().hold;
    if (held != null) {
      return held.lend(name, slot, sql, writes);
    }
    Hold fresh = acquire(writes, name);
    try {
      return fresh.lend(name, slot, sql, writes);
    } catch (SQLException | RuntimeException | Error e) {
      releaseAfter(fresh, e);
      throw e;
    }
  }

  /** Begins a transaction, or a scope inside the one that the thread is in. */
  public Scope begin(boolean writes) throws SQLException {
    Hold held = threads.get().hold;
    if (held != null) {
      return Scope.begin(this, held, writes);
    }
    Hold fresh = acquire(writes, null);
    try {
      return Scope.begin(this, fresh, writes);
    } catch (SQLException | RuntimeException | Error e) {
      releaseAfter(fresh, e);
      throw e;
    }
  }

  private Hold acquire(boolean writes, @Nullable String name) throws SQLException {
    ThreadState state = threads.get();
    ConnectionGroup group = writes ? writers : readers;
    enter(group, writes, name);
    PooledConnection connection = null;
    try {
      connection = group.take(writes ? 0 : state.lastReader);
    } finally {
      if (connection == null) {
        group.gate().leave(Thread.currentThread());
      }
    }
    if (connection == null) {
      throw closed(name);
    }
    if (!writes) {
      state.lastReader = connection.index();
    }
    Hold hold = new Hold(this, connection, writes);
    state.hold = hold;
    return hold;
  }

  private void enter(ConnectionGroup group, boolean writes, @Nullable String name) {
    String what = writes ? "the writer" : "a reader";
    switch (group.gate().enter(patience.acquire())) {
      case ENTERED -> {}
      case CLOSED -> throw closed(name);
      case INTERRUPTED ->
        throw new DatabaseBusyException(
            database, name, "interrupted while waiting for " + what, null, null);
      case TIMED_OUT ->
        throw new DatabaseBusyException(
            database,
            name,
            what
                + " was not free within "
                + patience.acquire().toMillis()
                + " ms; held by "
                + group.gate().holders(),
            "Keep transactions short, and close every one",
            null);
    }
  }

  private DatabaseClosedException closed(@Nullable String name) {
    return new DatabaseClosedException(database, name, "the database is closed", null, null);
  }

  /** Ends a hold: called by its owner, after its last lease. */
  void release(Hold hold) throws SQLException {
    threads.get().hold = null;
    ConnectionGroup group = hold.isWriter() ? writers : readers;
    try {
      group.giveBack(hold.connection());
    } finally {
      group.gate().leave(hold.owner());
      if (expired) {
        closeIdle();
      }
    }
  }

  private void releaseAfter(Hold hold, Throwable failure) {
    try {
      release(hold);
    } catch (SQLException late) {
      failure.addSuppressed(late);
    }
  }

  /**
   * Refuses new work, wakes the waiters, waits, interrupts what still runs, waits again, and closes the readers, then the
   * writer. What a thread still holds then is closed when that thread gives it back. Does nothing the second time.
   *
   * @return who still holds connections, or null when all are closed
   */
  public @Nullable String close() throws SQLException {
    closing = true;
    readers.gate().close();
    writers.gate().close();
    closeLock.lock();
    try {
      if (!expired) {
        awaitOthers();
      }
      return closeIdle() ? null : holders();
    } finally {
      closeLock.unlock();
    }
  }

  private String holders() {
    return Stream.of(readers, writers)
        .map(group -> group.gate().holders())
        .filter(names -> !names.equals(Gate.NOBODY))
        .collect(Collectors.joining(", "));
  }

  private void awaitOthers() throws SQLException {
    try {
      long end = System.nanoTime() + patience.grace().toNanos();
      boolean idle = readers.gate().awaitOthers(patience.grace());
      idle &= writers.gate().awaitOthers(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      expire();
      end = System.nanoTime() + patience.interrupted().toNanos();
      while (!idle && System.nanoTime() < end) {
        // Again and again: a statement may have been about to start.
        readers.interrupt();
        writers.interrupt();
        idle = readers.gate().awaitOthers(NUDGE) && writers.gate().awaitOthers(NUDGE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      expire();
      readers.interrupt();
      writers.interrupt();
    }
  }

  private void expire() {
    readers.finish();
    writers.finish();
    expired = true;
  }

  private boolean closeIdle() throws SQLException {
    synchronized (finishLock) {
      boolean all = readers.closeIdle() && writers.closeIdle();
      if (all && !reported) {
        reported = true;
        onClosed.run();
      }
      return all;
    }
  }
}
