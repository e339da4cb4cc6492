package dev.litmus.runtime.internal.observe;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Is told what has happened on a database, on the thread that did it, when its connection or statement has been given
 * back. Must not throw. Called by all threads.
 */
public interface Observer {

  /**
   * A statement was closed.
   *
   * @param executions how often it was run; 0 when SQLite could not prepare it
   * @param rows how many it has read or, without a result, changed
   * @param nanos from its first execution until it was closed
   */
  void statement(
      String database,
      String name,
      String sql,
      boolean writes,
      int executions,
      long rows,
      long nanos,
      @Nullable SQLException failure);

  /** A thread has waited for a connection; {@code entered} tells whether it got one. */
  void lockWait(String database, boolean writer, long nanos, boolean entered);

  /**
   * An outermost transaction has ended.
   *
   * @param mode the name of its mode
   * @param nanos from its BEGIN until it had ended; it had its connection before
   */
  void transaction(String database, String mode, long nanos, TransactionOutcome outcome);
}
