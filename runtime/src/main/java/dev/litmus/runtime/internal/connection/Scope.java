package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.internal.observe.TransactionOutcome;
import dev.litmus.runtime.internal.observe.TransactionWatch;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  private final Mode mode;
  private final @Nullable Scope outer;
  private final Kind kind;
  private final String savepoint;
  private final @Nullable Deadline outerDeadline;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final List<PreparedStatement> open = new ArrayList<>();
  private @Nullable TransactionWatch watch;
  private boolean rollbackOnly;
  private boolean committed;

  private Scope(ConnectionPool pool, Hold hold, Mode mode) {
    this.pool = pool;
    this.hold = hold;
    this.mode = mode;
    this.outer = hold.scopes().isEmpty() ? null : hold.innermost();
    this.kind = outer == null ? Kind.TRANSACTION : mode.writes() ? Kind.SAVEPOINT : Kind.NOTHING;
    this.savepoint = "litmus_" + hold.scopes().size();
    this.outerDeadline = hold.connection().limits().deadline();
  }

  /**
   * Begins a scope on what the thread holds.
   *
   * @param mode null for one that writes: IMMEDIATE, or as the one around it
   * @param deadline when it has to be done, or null; that of the scope around it holds as well
   */
  static Scope begin(
      ConnectionPool pool, Hold hold, @Nullable Mode mode, @Nullable Deadline deadline)
      throws SQLException {
    hold.check(null);
    hold.writes().checkNoneBare(null);
    Scope scope = new Scope(pool, hold, allowed(pool, hold, mode));
    if (scope.kind == Kind.SAVEPOINT) {
      hold.writes().checkNoResult("an inner transaction");
    }
    try {
      switch (scope.kind) {
        case TRANSACTION -> {
          scope.watch = pool.observation().transaction(scope.mode.name());
          hold.enter(scope.mode.sql());
        }
        case SAVEPOINT -> hold.enter("SAVEPOINT " + scope.savepoint);
        case NOTHING -> {}
      }
    } catch (SQLException e) {
      throw hold.noteFailure(e);
    }
    hold.begin(scope);
    hold.connection().limits().setDeadline(Deadline.earlier(scope.outerDeadline, deadline));
    return scope;
  }

  /** The mode that the scope has in effect; refuses one that the transaction around it cannot give. */
  private static Mode allowed(ConnectionPool pool, Hold hold, @Nullable Mode wanted) {
    if (wanted == null || wanted.writes()) {
      hold.checkWritable(null, wanted == null ? "a transaction that writes" : describe(wanted));
    }
    if (hold.scopes().isEmpty()) {
      return wanted == null ? Mode.IMMEDIATE : wanted;
    }
    Mode around = hold.innermost().mode;
    if (wanted != null && wanted.compareTo(around) > 0) {
      throw new TransactionException(
          pool.database(),
          null,
          describe(wanted) + " inside " + describe(around),
          "Begin the outer one as " + wanted,
          null);
    }
    return wanted == Mode.READ ? Mode.READ : around;
  }

  private static String describe(Mode mode) {
    return (mode == Mode.READ || mode == Mode.DEFERRED ? "a " : "an ") + mode + " transaction";
  }

  Mode mode() {
    return mode;
  }

  /** Whether another scope of the thread is around this one. */
  public boolean isNested() {
    return outer != null;
  }

  /** Makes {@link #commit} roll back. */
  public void setRollbackOnly() {
    rollbackOnly = true;
  }

  /** Whether {@link #commit} rolls back. */
  public boolean isRollbackOnly() {
    return rollbackOnly;
  }

  /** Remembers what to run once all of the outermost scope is permanent; forgotten when this one is rolled back. */
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  /**
   * Makes the changes of this scope permanent, or part of the scope around it; rolls back when that was asked for. A
   * commit that SQLite refuses has rolled the scope back.
   *
   * @return what the caller has to run now, in order: nothing inside another scope
   * @throws TransactionException as {@link #prepareCommit} does
   */
  public List<Runnable> commit() throws SQLException {
    prepareCommit();
    if (rollbackOnly) {
      close();
      return List.of();
    }
    return commitPrepared();
  }

  /**
   * Ends the streams of this scope, and finds out everything for which it cannot be committed, so that only SQLite itself
   * can still refuse. It stays open when it is refused.
   *
   * @throws TransactionException when the scope has ended, an inner one or the result of a write is open, SQLite has
   *     ended the transaction, or another thread calls
   */
  public void prepareCommit() throws SQLException {
    checkThread();
    if (!isOpen()) {
      throw refused("the transaction has ended already");
    }
    hold.check(null);
    if (hold.innermost() != this) {
      throw refused("an inner transaction is still open");
    }
    if (!rollbackOnly) {
      if (kind != Kind.NOTHING) {
        hold.writes().checkNoResult("the commit");
      }
      closeStatements();
    }
  }

  /**
   * Commits what {@link #prepareCommit} has found nothing against, directly after it.
   *
   * @return what the caller has to run now, in order: nothing inside another scope
   */
  public List<Runnable> commitPrepared() throws SQLException {
    Faults.Afterwards afterwards = Faults.NOTHING;
    try {
      switch (kind) {
        case TRANSACTION -> afterwards = hold.leave("COMMIT");
        case SAVEPOINT -> afterwards = hold.leave("RELEASE " + savepoint);
        case NOTHING -> {}
      }
    } catch (SQLException e) {
      SQLException failure = hold.noteFailure(e);
      endAfter(failure);
      throw failure;
    }
    committed = true;
    end();
    afterwards.happen();
    if (outer != null) {
      outer.afterCommit.addAll(afterCommit);
      return List.of();
    }
    return List.copyOf(afterCommit);
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
      closeStatements();
    } finally {
      try {
        undo();
      } finally {
        end();
      }
    }
  }

  /** Has a statement closed when this scope ends, before anything is committed or rolled back. */
  public void closeAtEnd(PreparedStatement statement) {
    open.add(statement);
  }

  /** Takes note that a statement is closed already. */
  public void forget(PreparedStatement statement) {
    open.remove(statement);
  }

  /** Those of the inner scopes, too: they end with this one. */
  private void closeStatements() throws SQLException {
    List<Scope> scopes = hold.scopes();
    for (Scope ending : scopes.subList(scopes.indexOf(this), scopes.size())) {
      while (!ending.open.isEmpty()) {
        ending.open.remove(ending.open.size() - 1).close();
      }
    }
  }

  private void end() {
    TransactionOutcome outcome = committed
        ? TransactionOutcome.COMMITTED
        : hold.isDead() ? TransactionOutcome.ENDED_BY_SQLITE : TransactionOutcome.ROLLED_BACK;
    try {
      hold.connection().limits().setDeadline(outerDeadline);
      hold.end(this);
    } finally {
      // Last, so that no other thread waits for a listener.
      if (watch != null) {
        watch.end(outcome);
      }
    }
  }

  private void undo() throws SQLException {
    if (hold.isDead()) {
      return;
    }
    switch (kind) {
      case TRANSACTION -> {
        try {
          hold.writes().abandonResults();
        } finally {
          hold.rollback();
        }
      }
      case SAVEPOINT -> {
        try {
          hold.writes().abandonResults();
          hold.connection().control("ROLLBACK TO " + savepoint);
          hold.connection().control("RELEASE " + savepoint);
        } catch (SQLException e) {
          throw hold.noteFailure(e);
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
