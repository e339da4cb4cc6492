package dev.litmus.runtime.internal.observe;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One use of a statement that somebody watches, from its first execution until it is closed. For one thread. */
public final class StatementWatch {

  private final String database;
  private final @Nullable Observer observer;
  private final String name;
  private final String sql;
  private final boolean writes;
  private final StatementJfrEvent event = new StatementJfrEvent();
  private final long start = System.nanoTime();
  private int executions;
  private @Nullable SQLException failure;

  StatementWatch(
      String database, @Nullable Observer observer, String name, String sql, boolean writes) {
    this.database = database;
    this.observer = observer;
    this.name = name;
    this.sql = sql;
    this.writes = writes;
    event.begin();
  }

  /** It is run, once more perhaps. */
  public void executing() {
    executions++;
  }

  /** It has failed; the first failure is the one that counts. */
  public void failed(SQLException e) {
    failure = failure == null ? e : failure;
  }

  /** It is closed and its connection given back. */
  public void end(long rows) {
    event.end();
    long nanos = System.nanoTime() - start;
    if (event.shouldCommit()) {
      event.database = database;
      event.statement = name;
      event.sql = sql;
      event.writes = writes;
      event.executions = executions;
      event.rows = rows;
      event.failed = failure != null;
      event.resultCode = failure == null ? 0 : failure.getErrorCode();
      event.commit();
    }
    if (observer != null) {
      observer.statement(database, name, sql, writes, executions, rows, nanos, failure);
    }
  }
}
