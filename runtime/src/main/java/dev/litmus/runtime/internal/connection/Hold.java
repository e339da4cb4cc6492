package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.error.DatabaseClosedException;
import dev.litmus.runtime.error.StatementTimeoutException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.internal.connection.PooledConnection.Prepared;
import dev.litmus.runtime.internal.driver.FunctionCalls;
import dev.litmus.runtime.internal.observe.StatementWatch;
import dev.litmus.runtime.internal.statement.LeasedStatement;
import dev.litmus.runtime.internal.statement.StatementLease;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread's use of one connection, from its first statement or transaction to the end of its last. Everything the
 * thread does on the database meanwhile counts as a lease of this hold. Used by its owner alone; others are refused.
 *
 * <p>An error can make SQLite end the transaction on its own. The hold finds that out by trying {@code BEGIN} after each
 * error: while the transaction lives, that fails. When it is gone, the hold is <i>dead</i> until the outermost scope
 * ends: what ran on would commit statement by statement.
 */
final class Hold {

  private final ConnectionPool pool;
  private final PooledConnection connection;
  private final boolean writer;
  private final Thread owner = Thread.currentThread();
  private final List<Scope> scopes = new ArrayList<>();
  private final OpenWrites writes;
  private @Nullable SQLException death;
  private int leases;

  Hold(ConnectionPool pool, PooledConnection connection, boolean writer) {
    this.pool = pool;
    this.connection = connection;
    this.writer = writer;
    this.writes = new OpenWrites(pool.database());
  }

  boolean isWriter() {
    return writer;
  }

  Thread owner() {
    return owner;
  }

  PooledConnection connection() {
    return connection;
  }

  /** The open transaction scopes, outermost first. */
  List<Scope> scopes() {
    return scopes;
  }

  /** The innermost of the open scopes; there must be one. */
  Scope innermost() {
    return scopes.get(scopes.size() - 1);
  }

  /** The statements that change something and are not given back. */
  OpenWrites writes() {
    return writes;
  }

  /** Lends a statement to the owner. */
  PreparedStatement lend(String name, int slot, String sql, boolean changes) throws SQLException {
    check(name);
    writes.checkNoneBare(name);
    if (changes) {
      checkWritable(name, "a write");
    }
    boolean bare = changes && scopes.isEmpty();
    try {
      Prepared prepared = connection.borrow(slot, sql);
      LeasedStatement lent =
          new LeasedStatement(prepared.statement, new Loan(name, changes, prepared, bare), changes);
      leases++;
      if (changes) {
        writes.add(lent, bare);
      }
      return lent;
    } catch (SQLException e) {
      SQLException failure = noteFailure(e);
      reportUnprepared(name, sql, changes, failure);
      throw failure;
    }
  }

  private void reportUnprepared(String name, String sql, boolean writes, SQLException failure) {
    StatementWatch watch = pool.observation().statement(name, sql, writes);
    if (watch != null) {
      watch.failed(failure);
      watch.end(0);
    }
  }

  /**
   * Runs a statement that begins a transaction or a savepoint. Ends the process before it also where that is to be after it:
   * nobody could tell what is left of either.
   */
  void enter(String sql) throws SQLException {
    pool.faults().before(connection, sql, sql).happen();
    connection.control(sql);
  }

  /**
   * Runs a statement that commits a transaction or releases a savepoint.
   *
   * @return what is to happen after it
   */
  Faults.Afterwards leave(String sql) throws SQLException {
    Faults.Afterwards afterwards = pool.faults().before(connection, sql, sql);
    connection.control(sql);
    return afterwards;
  }

  /** Runs something that only reads on the driver's connection. */
  void inspect(Preparation.Work look) throws SQLException {
    connection.forget();
    try {
      look.run(connection.driver().jdbc());
    } catch (SQLException e) {
      throw noteFailure(e);
    }
  }

  /** Refuses what the connection or the innermost scope does not allow. */
  void checkWritable(@Nullable String name, String what) {
    if (!scopes.isEmpty() && !innermost().mode().writes()) {
      throw new TransactionException(
          pool.database(),
          name,
          what + " inside a READ transaction",
          "Begin the outer one as IMMEDIATE",
          null);
    }
    if (!writer) {
      throw new TransactionException(
          pool.database(),
          name,
          what + " while this thread still reads a result",
          "Read the result to a list first, or do both in one IMMEDIATE transaction",
          null);
    }
  }

  /** Refuses when nothing may run any more. */
  void check(@Nullable String name) {
    if (pool.isExpired()) {
      throw new DatabaseClosedException(
          pool.database(), name, "the database is closed", null, death);
    }
    String function = connection.driver().calls().running();
    if (function != null) {
      throw new TransactionException(
          pool.database(),
          name,
          "the function `" + function + "` uses the database whose statement calls it",
          "Give it what it needs as arguments",
          null);
    }
    if (death != null) {
      throw new TransactionException(
          pool.database(),
          name,
          "SQLite has ended this transaction after an error and undone all of it; nothing more runs in it",
          "Let the first error end the transaction, then run it again from its start",
          death);
    }
    Deadline deadline = connection.limits().deadline();
    if (deadline != null && deadline.isPast()) {
      throw new StatementTimeoutException(
          pool.database(),
          name,
          "the time for this work is over, " + deadline.limit().toMillis() + " ms",
          "Let it fail and run it again, with less to do or more time",
          null);
    }
  }

  boolean isDead() {
    return death != null;
  }

  /** Finds out what an error of the driver has ended, and returns what to throw. */
  SQLException noteFailure(SQLException reported) {
    FunctionCalls calls = connection.driver().calls();
    boolean wrongOrder = calls.hasWrongOrder();
    SQLException explained = calls.explain(connection.limits().explain(reported));
    SQLException failure = pool.explainLock(writer, explained);
    calls.forget();
    if (wrongOrder) {
      undo(failure);
    }
    if (!scopes.isEmpty() && death == null && !isTransactionAlive(failure)) {
      death = failure;
    }
    return failure;
  }

  /** Also outside a transaction: a collation that fails begins one, so that what it ordered wrongly is not committed. */
  private void undo(SQLException failure) {
    try {
      connection.control("ROLLBACK");
    } catch (SQLException e) {
      if (isTransactionAlive(failure)) {
        failure.addSuppressed(e);
        connection.markBroken();
      }
    }
  }

  private boolean isTransactionAlive(SQLException failure) {
    try {
      connection.control("BEGIN");
    } catch (SQLException stillInside) {
      return true;
    }
    try {
      connection.control("ROLLBACK");
    } catch (SQLException e) {
      failure.addSuppressed(e);
      connection.markBroken();
    }
    return false;
  }

  /** Undoes everything up to the outermost {@code BEGIN}; the connection is given up when that cannot be done. */
  void rollback() throws SQLException {
    if (death != null) {
      return;
    }
    try {
      connection.control("ROLLBACK");
    } catch (SQLException e) {
      if (isTransactionAlive(e)) {
        connection.markBroken();
        throw e;
      }
    }
  }

  void begin(Scope scope) {
    scopes.add(scope);
    leases++;
  }

  /** Takes out a scope and those inside it, and gives their leases back. */
  void end(Scope scope) {
    int place = scopes.indexOf(scope);
    List<Scope> ending = scopes.subList(place, scopes.size());
    int count = ending.size();
    ending.clear();
    if (scopes.isEmpty()) {
      death = null;
    }
    release(count);
  }

  private void release(int count) {
    leases -= count;
    if (leases == 0) {
      pool.release(this);
    }
  }

  /** One statement on loan. */
  private final class Loan implements StatementLease {
    private final String name;
    private final boolean changes;
    private final Prepared prepared;
    private final boolean bareWrite;
    private @Nullable StatementWatch watch;
    private Faults.Afterwards afterwards = Faults.NOTHING;

    Loan(String name, boolean changes, Prepared prepared, boolean bareWrite) {
      this.name = name;
      this.changes = changes;
      this.prepared = prepared;
      this.bareWrite = bareWrite;
    }

    @Override
    public void checkOwner() throws SQLException {
      if (Thread.currentThread() != owner) {
        throw new SQLException("the statement belongs to thread `"
            + owner.getName()
            + "`, thread `"
            + Thread.currentThread().getName()
            + "` cannot use it");
      }
    }

    @Override
    public void check() throws SQLException {
      checkOwner();
      Hold.this.check(name);
    }

    @Override
    public void executing() throws SQLException {
      connection.forget();
      if (watch == null) {
        watch = pool.observation().statement(name, prepared.sql, changes);
      }
      if (watch != null) {
        watch.executing();
      }
      afterwards = pool.faults().before(connection, name, prepared.sql);
    }

    @Override
    public void completed() throws SQLException {
      connection.driver().calls().check();
      afterwards.happen();
    }

    @Override
    public SQLException failed(SQLException reported) {
      SQLException failure = noteFailure(reported);
      if (watch != null) {
        watch.failed(failure);
      }
      return failure;
    }

    @Override
    public void release(boolean reusable, long rows) throws SQLException {
      try {
        giveBack(reusable);
      } finally {
        // Last, so that no other thread waits for a listener.
        if (watch != null) {
          watch.end(rows);
        }
      }
    }

    private void giveBack(boolean reusable) throws SQLException {
      if (changes) {
        writes.forget(bareWrite);
      }
      try {
        connection.giveBack(prepared, reusable);
      } finally {
        Hold.this.release(1);
      }
    }
  }
}
