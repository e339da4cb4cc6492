package dev.litmus.runtime.internal.salvage;

import dev.litmus.runtime.internal.driver.ReportedError;
import java.sql.SQLException;

/** Tells what may go wrong with a damaged file, and is worked around, from what stops the work. */
final class Damage {

  private static final int ERROR = 1;
  private static final int NOMEM = 7;
  private static final int CORRUPT = 11;
  private static final int TOOBIG = 18;
  private static final int CONSTRAINT = 19;
  private static final int MISMATCH = 20;
  private static final int NOT_A_DATABASE = 26;
  private static final int SHORT_READ = 522;

  private Damage() {}

  /** Whether it cannot be read; a length that is garbage is more memory than there is. */
  static boolean is(SQLException e) {
    ReportedError error = ReportedError.of(e);
    return switch (error.primaryCode()) {
      case CORRUPT, NOT_A_DATABASE, NOMEM -> true;
      default -> error.code() == SHORT_READ;
    };
  }

  /** Whether it can be read, and is nothing that the table takes. */
  static boolean isRefusal(SQLException e) {
    return switch (ReportedError.of(e).primaryCode()) {
      case CONSTRAINT, MISMATCH, TOOBIG -> true;
      default -> false;
    };
  }

  /** Whether the statement itself does not work here: a function or a module that is missing. */
  static boolean isInSql(SQLException e) {
    return ReportedError.of(e).primaryCode() == ERROR;
  }

  /** Goes on only after damage. */
  static void orThrow(SQLException e) throws SQLException {
    if (!is(e)) {
      throw e;
    }
  }
}
