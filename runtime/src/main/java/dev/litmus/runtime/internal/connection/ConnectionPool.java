package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.error.DatabaseReadOnlyException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.internal.driver.ReportedError;
import dev.litmus.runtime.internal.observe.Observation;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one database, lent to threads. A thread holds at most one of them at a time and does everything on
 * it, so nested reads cannot exhaust the readers and no two threads wait for each other. Safe for all threads.
 */
public final class ConnectionPool {

  /** What a thread remembers of a database; it must not lead back to the pool, or an idle thread would keep that. */
  private static final class ThreadState {
    private @Nullable Hold hold;
    private int lastReader = -1;
  }

  /** Instead of a slot: the statement is prepared for one use. */
  public static final int NO_SLOT = -1;

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");
  private static final int BUSY = 5;

  /** How long one write in many may wait for reads, so that the log stays bounded. */
  private static final Duration LOG_PATIENCE = Duration.ofMillis(100);

  private final String database;
  private final PoolSettings settings;
  private final Observation observation;
  private final Faults faults;
  private final Entrance entrance;
  private final Connections connections;
  private final LogBound log;
  private final ThreadLocal<ThreadState> threads = ThreadLocal.withInitial(ThreadState::new);

  private ConnectionPool(
      String database, @Nullable Path file, PoolSettings settings, Connections connections) {
    this.database = database;
    this.settings = settings;
    this.observation = new Observation(database, settings.observer());
    this.faults = new Faults(database, settings.faults());
    this.entrance = new Entrance(database, settings.patience().acquire(), observation);
    this.connections = connections;
    boolean hasLog = file != null && settings.connection().wal();
    this.log = new LogBound(
        hasLog ? Path.of(file + "-wal") : null, settings.connection().logBytes());
  }

  /**
   * Opens the first connection and prepares the database; on failure nothing stays open.
   *
   * @param database what error messages call it
   * @param file a real path of an existing file, without {@code ?}; null for a database in memory
   * @param onClosed called once, when the last connection has been closed
   */
  public static ConnectionPool open(
      String database,
      @Nullable Path file,
      PoolSettings settings,
      Preparation preparation,
      Runnable onClosed)
      throws SQLException {
    return new ConnectionPool(
        database, file, settings, Connections.open(file, settings, preparation, onClosed));
  }

  String database() {
    return database;
  }

  Observation observation() {
    return observation;
  }

  Faults faults() {
    return faults;
  }

  /** Whether {@link #close} has begun. */
  public boolean isClosing() {
    return connections.isClosing();
  }

  /** Whether the patience of {@link #close} with running work is over. */
  public boolean isExpired() {
    return connections.isExpired();
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
    Hold fresh = acquire(writes, name, deadline(null));
    try {
      return fresh.lend(name, slot, sql, writes);
    } catch (SQLException | RuntimeException | Error e) {
      release(fresh);
      throw e;
    }
  }

  /**
   * Begins a transaction, or a scope inside the one that the thread is in.
   *
   * @param mode null for one that writes: IMMEDIATE, or as the one around it
   * @param limit how long it may take, waiting included, or null
   */
  public Scope begin(@Nullable Mode mode, @Nullable Duration limit) throws SQLException {
    Hold held = threads.get().hold;
    if (held != null) {
      return Scope.begin(this, held, mode, limit == null ? null : Deadline.in(limit));
    }
    Deadline deadline = deadline(limit);
    boolean writes = mode == null || mode.writes();
    Hold fresh = acquire(writes, null, deadline);
    try {
      return Scope.begin(this, fresh, mode, deadline);
    } catch (SQLException | RuntimeException | Error e) {
      release(fresh);
      throw e;
    }
  }

  /** Runs something that reads on what the thread holds, or else on a reader. */
  public void inspect(Preparation.Work look) throws SQLException {
    Hold held = threads.get().hold;
    if (held != null) {
      held.check(null);
      held.inspect(look);
      return;
    }
    Hold fresh = acquire(false, null, deadline(null));
    try {
      fresh.inspect(look);
    } finally {
      release(fresh);
    }
  }

  /** Runs something while the thread holds a connection that it does not use, so that closing waits for it. */
  public void hold(FileWork work) throws SQLException, IOException {
    Hold held = threads.get().hold;
    if (held != null) {
      held.check(null);
      work.run();
      return;
    }
    Hold fresh = acquire(false, null, null);
    try {
      work.run();
    } finally {
      release(fresh);
    }
  }

  /** Runs something that reads on a connection of its own, which remembers nothing of what the database was before. */
  public void inspectAnew(Preparation.Work look) throws SQLException {
    inspect(
        connections.isSingle() ? look : reader -> connections.anew(false, heldDeadline(), look));
  }

  /**
   * Runs something that writes on a connection of its own, while no other thread writes. Its transactions have ended when it
   * returns.
   *
   * @throws TransactionException when the thread is in a transaction, or still reads a result
   */
  public void maintain(Preparation.Work work) throws SQLException {
    refuseInUse();
    Hold fresh = acquire(true, null, deadline(null));
    try {
      fresh.inspect(
          connections.isSingle() ? work : writer -> connections.anew(true, heldDeadline(), work));
    } finally {
      release(fresh);
    }
  }

  /**
   * Runs something while this process has the file not open: waits for what threads do, keeps them waiting meanwhile, and
   * lets them go on with new connections.
   *
   * @param patience how long other threads are waited for
   * @throws TransactionException when the thread is in a transaction, or still reads a result
   */
  public void suspend(Duration patience, FileWork work) throws SQLException, IOException {
    refuseInUse();
    checkWritable(null);
    Deadline deadline = Deadline.in(patience);
    ConnectionGroup writers = connections.group(true);
    ConnectionGroup readers = connections.group(false);
    AtomicInteger writing = new AtomicInteger();
    AtomicInteger reading = new AtomicInteger();
    try {
      entrance.enterAll(writers, true, writing, deadline);
      entrance.enterAll(readers, false, reading, deadline);
      connections.suspended(work);
    } finally {
      connections.leave(readers, reading.get());
      connections.leave(writers, writing.get());
    }
  }

  /**
   * Refuses a thread that is in the middle of something.
   *
   * @throws TransactionException when it is in a transaction, or still reads a result
   */
  public void refuseInUse() {
    if (isInUse()) {
      throw new TransactionException(
          database,
          null,
          "the thread is in a transaction, or still reads a result",
          "End it first",
          null);
    }
  }

  /** When what the calling thread does on this database has to be done; null for no limit. */
  private @Nullable Deadline heldDeadline() {
    Hold held = threads.get().hold;
    return held == null ? null : held.connection().limits().deadline();
  }

  /** Whether the calling thread is in a transaction or a statement of this database. */
  public boolean isInUse() {
    return threads.get().hold != null;
  }

  /**
   * Returns the innermost transaction of the calling thread.
   *
   * @param name what asks, for error messages, or null
   * @param advice what to do when there is none
   * @throws TransactionException when there is none
   */
  public Scope current(@Nullable String name, String advice) {
    Hold held = threads.get().hold;
    if (held == null || held.scopes().isEmpty()) {
      throw new TransactionException(
          database, name, "this thread is in no transaction", advice, null);
    }
    return held.innermost();
  }

  /** Whether the calling thread has the writer. */
  public boolean isWriting() {
    return WritingThread.isIn(this);
  }

  /** Whether the calling thread is in a transaction. */
  public boolean isInTransaction() {
    Hold held = threads.get().hold;
    return held != null && !held.scopes().isEmpty();
  }

  private @Nullable Deadline deadline(@Nullable Duration limit) {
    Duration wanted = limit == null ? settings.workTimeout() : limit;
    return wanted == null ? null : Deadline.in(wanted);
  }

  private Hold acquire(boolean writes, @Nullable String name, @Nullable Deadline deadline)
      throws SQLException {
    if (writes) {
      checkWritable(name);
    }
    ThreadState state = threads.get();
    ConnectionGroup group = connections.group(writes);
    entrance.enter(group, writes, name, deadline);
    PooledConnection connection = null;
    try {
      connection = group.take(writes ? 0 : state.lastReader, deadline);
    } catch (SQLException e) {
      throw explainLock(writes, e);
    } finally {
      if (connection == null) {
        group.gate().leave(Thread.currentThread());
      }
    }
    if (connection == null) {
      throw connections.isClosing() ? entrance.closed(name) : entrance.lost(name);
    }
    Hold hold = new Hold(this, connection, writes);
    state.hold = hold;
    connection.limits().begin(deadline);
    if (writes) {
      WritingThread.enter(this);
    } else {
      state.lastReader = connection.index();
    }
    if (connections.isSingle()) {
      restrict(hold, !writes);
    }
    return hold;
  }

  /** The one connection of a database in memory refuses to write while it is lent to read. */
  private void restrict(Hold hold, boolean queryOnly) throws SQLException {
    try {
      hold.connection().setQueryOnly(queryOnly);
    } catch (SQLException | RuntimeException | Error e) {
      release(hold);
      throw e;
    }
  }

  private void checkWritable(@Nullable String name) {
    if (settings.readOnly()) {
      throw new DatabaseReadOnlyException(
          database, name, "the database was opened read-only", "Open it without readOnly", null);
    }
    String other = WritingThread.otherThan(this);
    if (other != null) {
      throw new TransactionException(
          database,
          name,
          "this thread is writing in database `" + other
              + "`; two threads that do that in opposite order would wait for each other",
          "End that transaction first, or begin both with Transactions.across",
          null);
    }
  }

  /**
   * Finds out whether threads of this process can be why the file is locked. With WAL they cannot: readers and the writer
   * are not in each other's way.
   *
   * @param writes whether the writer reported it
   * @return what to throw
   */
  SQLException explainLock(boolean writes, SQLException failure) {
    if (settings.connection().wal()
        || connections.isSingle()
        || failure instanceof StoppedException
        || ReportedError.of(failure).primaryCode() != BUSY) {
      return failure;
    }
    List<Thread> holders = connections.group(!writes).gate().holders();
    return holders.isEmpty() ? failure : new LockedException(!writes, holders, failure);
  }

  /**
   * Ends a hold: called by its owner, after its last lease. The owner's work is done by then, and has not failed when its
   * connection cannot be given back.
   */
  void release(Hold hold) {
    threads.get().hold = null;
    hold.connection().limits().setDeadline(null);
    if (hold.isWriter()) {
      if (log.isPassed()) {
        beginLogAnew(hold.connection());
      }
      WritingThread.leave(this);
    }
    try {
      connections.giveBack(hold.connection(), hold.isWriter(), hold.owner());
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.ERROR, database + ": failed to give a connection back", e);
    }
  }

  /** Keeps the other threads from reading for a moment, in which a log that has grown too long can begin anew. */
  private void beginLogAnew(PooledConnection writer) {
    ConnectionGroup readers = connections.group(false);
    AtomicInteger reading = new AtomicInteger();
    boolean begunAnew = false;
    try {
      Deadline deadline = Deadline.in(LOG_PATIENCE);
      entrance.enterAll(readers, false, reading, deadline);
      writer.limits().setDeadline(deadline);
      begunAnew = writer.driver().beginLogAnew();
    } catch (SQLException | LitmusException later) {
      LOG.log(Level.DEBUG, database + ": the log cannot begin anew while it is read", later);
    } finally {
      writer.limits().setDeadline(null);
      log.tried(begunAnew);
      try {
        connections.leave(readers, reading.get());
      } catch (SQLException e) {
        LOG.log(Level.ERROR, database + ": failed to close a reader", e);
      }
    }
  }

  /**
   * Refuses new work, wakes the waiters, waits, interrupts what still runs, waits again, and closes the readers, then the
   * writer. What a thread still holds then is closed when that thread gives it back; what a dead thread holds is not
   * waited for. The second time it closes what threads hold that have died since.
   *
   * @param patience how long it waits, or null for that of its settings
   * @return who still holds connections, or null when all are closed
   */
  public @Nullable String close(@Nullable Patience patience) throws SQLException {
    return connections.close(patience == null ? settings.patience() : patience);
  }
}
