package dev.litmus.runtime.internal.statement;

import dev.litmus.runtime.internal.driver.FunctionFailedException;
import dev.litmus.runtime.internal.driver.ReportedError;
import java.sql.SQLException;

/**
 * An error of a statement on its way to whoever makes a typed exception of it, with the values that were bound: they must
 * neither stand in a message nor be kept alive by what is thrown in the end. Says what the driver's exception says, which
 * is its cause.
 */
public final class StatementFailure extends SQLException {

  private static final long serialVersionUID = 1L;

  private final SQLException reported;
  private final transient BoundValues bound;

  private StatementFailure(SQLException reported, BoundValues bound) {
    super(reported.getMessage(), reported.getSQLState(), reported.getErrorCode(), reported);
    this.reported = reported;
    this.bound = bound;
  }

  /** Wraps what the driver threw, its words without values. */
  static StatementFailure of(SQLException e, BoundValues bound) {
    ReportedError error = ReportedError.of(e);
    if (e instanceof FunctionFailedException) {
      // Its words have no values.
      return new StatementFailure(e, bound.copy());
    }
    String masked = ValueMask.mask(error.code(), error.words(), bound.texts());
    SQLException reported = masked.equals(error.words()) ? e : ReportedError.withWords(e, masked);
    return new StatementFailure(reported, bound.copy());
  }

  /** The driver's exception; a copy of it where its words held values. */
  public SQLException reported() {
    return reported;
  }

  /** Lists the values that were bound. */
  public String arguments() {
    return bound.toString();
  }

  /** The place is that of the driver's exception. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
