package dev.litmus.runtime;

import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.internal.connection.Scope;
import java.sql.SQLException;
import java.util.List;

/**
 * An open transaction, or a savepoint when it was begun inside another. Closing it rolls back whatever {@link #commit}
 * has not made permanent. For the thread that began it alone; every statement that this thread runs on the database
 * meanwhile is part of it.
 */
public final class Transaction implements AutoCloseable {

  private final SqliteDatabase database;
  private final Scope scope;

  Transaction(SqliteDatabase database, Scope scope) {
    this.database = database;
    this.scope = scope;
  }

  /**
   * Makes the changes permanent; those of a savepoint become part of the transaction around it. When SQLite refuses,
   * everything of this transaction has been rolled back; when something else is in the way, that can be mended and the
   * commit tried again. Rolls back, without an error, after {@link
   * SqliteDatabase#rollbackOnly}. What was given to {@link SqliteDatabase#afterCommit} runs now.
   *
   * @throws dev.litmus.runtime.error.ConstraintException when a deferred foreign key is violated
   * @throws TransactionException when the transaction has ended, SQLite has ended it after an error, an inner
   *     transaction or the result of a write is still open, or another thread calls
   * @throws dev.litmus.runtime.error.StatementTimeoutException when its time is over
   * @throws dev.litmus.runtime.error.AfterCommitException when the changes are permanent, and something that was to run
   *     after them failed
   * @throws dev.litmus.runtime.error.DatabaseClosedException when the database is being closed and its patience is over
   */
  public void commit() {
    List<Runnable> afterwards;
    try {
      afterwards = scope.commit();
    } catch (SQLException e) {
      throw Failures.of(database, null, e);
    }
    AfterCommit.run(database.schema(), afterwards);
  }

  /** Whether {@link #commit} rolls back. */
  boolean isRollbackOnly() {
    return scope.isRollbackOnly();
  }

  /** Throws what {@link #commit} would throw before SQLite is asked. */
  void prepareCommit() {
    try {
      scope.prepareCommit();
    } catch (SQLException e) {
      throw Failures.of(database, null, e);
    }
  }

  /** Commits after {@link #prepareCommit}, and leaves to the caller what is to run afterwards. */
  List<Runnable> commitPrepared() {
    try {
      return scope.commitPrepared();
    } catch (SQLException e) {
      throw Failures.of(database, null, e);
    }
  }

  /** Rolls back unless committed. Does nothing the second time. */
  @Override
  public void close() {
    try {
      scope.close();
    } catch (SQLException e) {
      throw Failures.of(database, null, e);
    }
  }
}
