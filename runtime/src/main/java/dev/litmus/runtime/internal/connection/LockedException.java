package dev.litmus.runtime.internal.connection;

import java.sql.SQLException;
import java.util.List;

/** The file was locked, and threads of this process held connections that can be why. Its cause is what SQLite reported. */
public final class LockedException extends SQLException {

  private static final long serialVersionUID = 1L;

  private final boolean byWriter;
  private final String[] holders;
  private final String description;

  LockedException(boolean byWriter, List<Thread> holders, SQLException cause) {
    super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    this.byWriter = byWriter;
    this.holders = holders.stream().map(Thread::getName).toArray(String[]::new);
    this.description = Gate.describe(holders);
  }

  /** Whether the writer was in the way of a reader; else readers were in the writer's. */
  public boolean isByWriter() {
    return byWriter;
  }

  /** The names of the threads. */
  public List<String> holders() {
    return List.of(holders);
  }

  /** Describes the threads. */
  public String description() {
    return description;
  }
}
