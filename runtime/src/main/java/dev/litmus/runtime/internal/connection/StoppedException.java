package dev.litmus.runtime.internal.connection;

import java.sql.SQLException;

/** A statement, or the waiting for another process, was ended before it was done. Its cause is what SQLite reported. */
public final class StoppedException extends SQLException {

  private static final long serialVersionUID = 1L;

  /** Why it was ended. */
  public enum Reason {
    /** The thread was interrupted, and still is. */
    INTERRUPTED,
    /** The deadline had passed. */
    TIMED_OUT,
    /** The database is being closed. */
    CLOSED
  }

  private final Reason reason;

  StoppedException(Reason reason, SQLException cause) {
    super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    this.reason = reason;
  }

  /** Why it was ended. */
  public Reason reason() {
    return reason;
  }
}
