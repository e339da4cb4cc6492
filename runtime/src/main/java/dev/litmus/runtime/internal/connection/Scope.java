package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.error.TransactionException;
import java.sql.SQLException;

/**
 * A transaction as its caller sees it: the outermost one is SQLite's transaction, a write inside a write is a savepoint,
 * and a read inside anything needs nothing of SQLite. Open until {@link #commit} or {@link #close} succeeds or fails
 * for good; an outer scope that ends takes the inner ones along. For its thread only.
 */
public final class Scope {

  private enum Kind {
    TRANSACTION,
    SAVEPOINT,
    NOTHING
  }

  private final ConnectionPool pool;
  private final Hold hold;
  private final boolean writes;
  private final Kind kind;
  private final String savepoint;

  private Scope(ConnectionPool pool, Hold hold, boolean writes) {
    this.pool = pool;
    this.hold = hold;
    this.writes = writes;
    int depth = hold.scopes().size();
    this.kind = depth == 0 ? Kind.TRANSACTION : writes ? Kind.SAVEPOINT : Kind.NOTHING;
    this.savepoint = "litmus_" + depth;
  }

  /** Begins a scope on what the thread holds. */
  static Scope begin(ConnectionPool pool, Hold hold, boolean writes) throws SQLException {
    hold.check(null);
    hold.checkNoBareWrite(null);
    if (writes) {
      hold.checkWritable(null, "an IMMEDIATE transaction");
    }
    Scope scope = new Scope(pool, hold, writes);
    try {
      switch (scope.kind) {
        case TRANSACTION -> hold.connection().execute(writes ? "BEGIN IMMEDIATE" : "BEGIN");
        case SAVEPOINT -> hold.connection().execute("SAVEPOINT " + scope.savepoint);
        case NOTHING -> {}
      }
    } catch (SQLException e) {
      hold.noteFailure(e);
      throw e;
    }
    hold.begin(scope);
    return scope;
  }

  boolean writes() {
    return writes;
  }

  /**
   * Makes the changes of this scope permanent, or part of the scope around it. A commit that SQLite refuses has rolled
   * the scope back.
   *
   * @throws TransactionException when the scope has ended, an inner one is open, SQLite has ended the transaction, or
   *     another thread calls
   */
  public void commit() throws SQLException {
    checkThread();
    if (!isOpen()) {
      throw refused("the transaction has ended already");
    }
    hold.check(null);
    if (hold.scopes().get(hold.scopes().size() - 1) != this) {
      throw refused("an inner transaction is still open");
    }
    try {
      switch (kind) {
        case TRANSACTION -> hold.connection().execute("COMMIT");
        case SAVEPOINT -> hold.connection().execute("RELEASE " + savepoint);
        case NOTHING -> {}
      }
    } catch (SQLException e) {
      endAfter(e);
      throw e;
    }
    hold.end(this);
  }

  private void endAfter(SQLException failure) {
    try {
      close();
    } catch (SQLException | RuntimeException late) {
      failure.addSuppressed(late);
    }
  }

  /** Rolls the scope back unless it has ended. */
  public void close() throws SQLException {
    checkThread();
    if (!isOpen()) {
      return;
    }
    try {
      undo();
    } finally {
      hold.end(this);
    }
  }

  private void undo() throws SQLException {
    if (hold.isDead()) {
      return;
    }
    switch (kind) {
      case TRANSACTION -> hold.rollback();
      case SAVEPOINT -> {
        try {
          hold.connection().execute("ROLLBACK TO " + savepoint);
          hold.connection().execute("RELEASE " + savepoint);
        } catch (SQLException e) {
          hold.noteFailure(e);
          throw e;
        }
      }
      case NOTHING -> {}
    }
  }

  private boolean isOpen() {
    return hold.scopes().contains(this);
  }

  private void checkThread() {
    if (Thread.currentThread() != hold.owner()) {
      throw refused("the transaction belongs to thread `" + hold.owner().getName() + "`");
    }
  }

  private TransactionException refused(String fact) {
    return new TransactionException(pool.database(), null, fact, null, null);
  }
}
