package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.internal.driver.BusyWait;
import dev.litmus.runtime.internal.driver.ConnectionSettings;
import dev.litmus.runtime.internal.driver.DriverConnection;
import dev.litmus.runtime.internal.time.Nanos;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One writer and a few readers of a file; a read-only database has no writer, and one in memory has a single connection
 * for both. Knows how to open and close them. Safe for all threads.
 */
final class Connections {

  private static final Duration NUDGE = Duration.ofMillis(50);

  private final @Nullable Path file;
  private final PoolSettings settings;
  private final Runnable onClosed;
  private final ConnectionGroup writers;
  private final ConnectionGroup readers;
  private final ReentrantLock closeLock = new ReentrantLock();
  private final Object finishLock = new Object();
  private volatile boolean closing;
  private volatile boolean expired;
  private boolean reported;

  private Connections(@Nullable Path file, PoolSettings settings, Runnable onClosed) {
    this.file = file;
    this.settings = settings;
    this.onClosed = onClosed;
    // What is in memory is in its connection: another one would be another, empty database.
    this.writers = new ConnectionGroup(1, file != null, this::openWriter);
    this.readers =
        file == null ? writers : new ConnectionGroup(settings.readers(), true, this::openReader);
  }

  /**
   * Opens the first connection, the writer if there is one, and prepares the database on it; on failure nothing stays
   * open. Another process may be migrating the file, and is waited for.
   *
   * @param file a real path of an existing file, without {@code ?}; null for a database in memory
   * @param onClosed called once, when the last connection has been closed
   */
  static Connections open(
      @Nullable Path file, PoolSettings settings, Preparation preparation, Runnable onClosed)
      throws SQLException {
    Connections connections = new Connections(file, settings, onClosed);
    PooledConnection first =
        BusyWait.forMigrations().run(() -> connections.openFirst(preparation.check()));
    try {
      preparation.change().run(first.driver().jdbc());
      connections.group(!settings.readOnly()).add(first);
      return connections;
    } catch (SQLException e) {
      closeAfter(first.driver(), e);
      throw first.limits().explain(e);
    } catch (RuntimeException | Error e) {
      closeAfter(first.driver(), e);
      throw e;
    }
  }

  /** The file is checked before it is turned to WAL: one that is refused stays as it is. */
  private PooledConnection openFirst(Preparation.Work check) throws SQLException {
    return pooled(0, !settings.readOnly(), null, check);
  }

  private PooledConnection openWriter(int place, @Nullable Deadline deadline) throws SQLException {
    return pooled(place, true, deadline, connection -> {});
  }

  private PooledConnection openReader(int place, @Nullable Deadline deadline) throws SQLException {
    return pooled(place, false, deadline, connection -> {});
  }

  private PooledConnection pooled(
      int place, boolean writes, @Nullable Deadline deadline, Preparation.Work check)
      throws SQLException {
    Limits limits = new Limits(() -> expired);
    limits.setDeadline(deadline);
    try {
      DriverConnection driver = connect(writes, limits);
      try {
        check.run(driver.jdbc());
        driver.prepareFile(settings.connection());
      } catch (SQLException | RuntimeException | Error e) {
        closeAfter(driver, e);
        throw e;
      }
      return new PooledConnection(driver, limits, settings.statements(), place);
    } catch (SQLException e) {
      throw limits.explain(e);
    }
  }

  private DriverConnection connect(boolean writes, Limits limits) throws SQLException {
    ConnectionSettings wanted = settings.connection();
    if (file == null) {
      return DriverConnection.openMemory(wanted, limits);
    }
    return writes
        ? DriverConnection.openWriter(file, wanted, limits)
        : DriverConnection.openReader(file, wanted, limits);
  }

  /**
   * Runs something on a connection that is opened for it, and closed again. The caller holds one of the others meanwhile.
   *
   * @param deadline when it has to be done, or null
   */
  void anew(boolean writes, @Nullable Deadline deadline, Preparation.Work work)
      throws SQLException {
    Limits limits = new Limits(() -> expired);
    limits.setDeadline(deadline);
    DriverConnection own = connect(writes, limits);
    try {
      work.run(own.jdbc());
    } catch (SQLException e) {
      closeAfter(own, e);
      throw limits.explain(e);
    } catch (RuntimeException | Error e) {
      closeAfter(own, e);
      throw e;
    }
    own.close();
  }

  /**
   * Runs something while no connection is open, for a thread that has entered the gates of all; they are opened again when
   * they are wanted.
   */
  void suspended(FileWork work) throws SQLException, IOException {
    try {
      readers.suspend();
      writers.suspend();
      work.run();
    } finally {
      readers.resume();
      writers.resume();
    }
  }

  /** Gives back what a thread has of the gates; when the patience of {@link #close} is over, closes what nobody has. */
  void leave(ConnectionGroup group, int permits) throws SQLException {
    for (int i = 0; i < permits; i++) {
      group.gate().leave(Thread.currentThread());
    }
    if (expired) {
      closeIdle();
    }
  }

  private static void closeAfter(DriverConnection driver, Throwable failure) {
    try {
      driver.close();
    } catch (SQLException late) {
      failure.addSuppressed(late);
    }
  }

  /** The connections that write, or those that read. */
  ConnectionGroup group(boolean writes) {
    return writes ? writers : readers;
  }

  /** Whether one connection does both. */
  boolean isSingle() {
    return readers == writers;
  }

  /** Whether {@link #close} has begun. */
  boolean isClosing() {
    return closing;
  }

  /** Whether the patience of {@link #close} with running work is over. */
  boolean isExpired() {
    return expired;
  }

  /** Takes a connection back from the thread that had it. */
  void giveBack(PooledConnection connection, boolean writes, Thread holder) throws SQLException {
    ConnectionGroup group = group(writes);
    try {
      group.giveBack(connection);
    } finally {
      group.gate().leave(holder);
      if (expired) {
        closeIdle();
      }
    }
  }

  /** What {@link ConnectionPool#close} says. */
  @Nullable
  String close(Patience patience) throws SQLException {
    closing = true;
    readers.gate().close();
    writers.gate().close();
    if (!takeCloseLock(patience)) {
      // Another thread closes with more patience than this one has.
      expire();
      interruptAll();
      return holders();
    }
    try {
      if (!expired) {
        awaitOthers(patience);
      }
      return closeIdle() ? null : holders();
    } finally {
      closeLock.unlock();
    }
  }

  private boolean takeCloseLock(Patience patience) {
    long nanos = Nanos.of(patience.grace()) + Nanos.of(patience.interrupted());
    try {
      return closeLock.tryLock() || closeLock.tryLock(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String holders() {
    return Stream.of(readers, writers)
        .distinct()
        .map(group -> group.gate().holders())
        .filter(threads -> !threads.isEmpty())
        .map(Gate::describe)
        .collect(Collectors.joining(", "));
  }

  private void awaitOthers(Patience patience) throws SQLException {
    try {
      Deadline grace = Deadline.in(patience.grace());
      boolean idle = readers.gate().awaitOthers(patience.grace());
      idle &= writers.gate().awaitOthers(grace.atMost(patience.grace()));
      expire();
      Deadline end = Deadline.in(patience.interrupted());
      while (!idle && !end.isPast()) {
        // Again and again: a statement may have been about to start.
        interruptAll();
        idle = readers.gate().awaitOthers(NUDGE) && writers.gate().awaitOthers(NUDGE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      expire();
      interruptAll();
    }
  }

  private void interruptAll() throws SQLException {
    readers.interrupt();
    writers.interrupt();
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
