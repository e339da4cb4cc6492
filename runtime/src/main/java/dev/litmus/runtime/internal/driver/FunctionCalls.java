package dev.litmus.runtime.internal.driver;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The calls of the application's functions on one connection. SQLite passes on of an exception at most a text, and of one in
 * a collation nothing at all: here it is kept for whoever reports the statement. Used by the thread that runs the statement.
 */
public final class FunctionCalls {

  private @Nullable String running;
  private @Nullable String failed;
  private @Nullable Throwable thrown;
  private boolean wrongOrder;

  FunctionCalls() {}

  /** Returns those on a connection; on one that has no functions of an application, always none. */
  public static FunctionCalls of(Connection connection) {
    return connection instanceof ApplicationConnection application
        ? application.calls()
        : new FunctionCalls();
  }

  void begin(String function) {
    running = function;
  }

  void end() {
    running = null;
  }

  /** Takes note of what a function has thrown, the first in a statement, and returns what SQLite is told. */
  String fail(String function, Throwable reason) {
    if (thrown == null) {
      failed = function;
      thrown = reason;
    }
    if (reason instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return FunctionFailedException.words(function, false, reason);
  }

  /** Takes note of what a collation has thrown: whatever it was to order may be in the wrong place now. */
  void failOrder(String collation, Throwable reason) {
    fail(collation, reason);
    wrongOrder = true;
  }

  /** Returns the function that runs just now, or null. */
  public @Nullable String running() {
    return running;
  }

  /** Whether one has failed since the last {@link #forget}. */
  public boolean hasFailed() {
    return thrown != null;
  }

  /** Whether an index may have been written in the wrong order, so that the transaction must not be committed. */
  public boolean hasWrongOrder() {
    return wrongOrder;
  }

  /** Begins a statement. */
  public void forget() {
    failed = null;
    thrown = null;
    wrongOrder = false;
  }

  /** Returns why a statement failed, if a function is the reason; the failure itself otherwise. */
  public SQLException explain(SQLException failure) {
    String name = failed;
    Throwable reason = thrown;
    return name == null || reason == null || failure instanceof FunctionFailedException
        ? failure
        : new FunctionFailedException(name, wrongOrder, reason, failure.getErrorCode());
  }

  /** Fails a statement that SQLite takes for a success though a collation has failed. */
  public void check() throws SQLException {
    if (thrown != null) {
      throw explain(new SQLException("a collation failed"));
    }
  }
}
