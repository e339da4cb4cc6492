package dev.litmus.runtime.internal.statement;

import java.sql.SQLException;

/** What a statement asks of, and tells, the connection that lent it. */
public interface StatementLease {

  /**
   * Called before the statement is touched at all.
   *
   * @throws SQLException when the calling thread is not the one the statement was lent to
   */
  void checkOwner() throws SQLException;

  /**
   * Called before every native step of the statement.
   *
   * @throws SQLException when the calling thread is not the one the statement was lent to
   * @throws dev.litmus.runtime.error.LitmusException when nothing may run any more: the transaction is dead, or the
   *     database is being closed and its patience is over
   */
  void check() throws SQLException;

  /**
   * Called before each execution of the statement.
   *
   * @throws SQLException when it is to fail on purpose, to be treated as an error of the driver
   */
  void executing() throws SQLException;

  /**
   * Called after every native step of the statement that SQLite takes for a success.
   *
   * @throws SQLException when a collation of the application has failed, of which SQLite knows nothing
   */
  void completed() throws SQLException;

  /**
   * Called after an error of the driver; the statement is not used again.
   *
   * @return what to throw instead: the failure, or why it happened
   */
  SQLException failed(SQLException failure);

  /**
   * Called once, by {@code close()}: the statement is reset and holds no values any more.
   *
   * @param reusable false when the statement has failed
   * @param rows how many it has read or, without a result, changed
   */
  void release(boolean reusable, long rows) throws SQLException;
}
