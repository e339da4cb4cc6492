package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.driver.ReportedError;
import java.sql.SQLException;

/** What to tell, and to do, after a migration has failed: most often its file is wrong, but not when the disk or the database is. */
final class MigrationAdvice {

  private static final int BUSY = 5;
  private static final int NOMEM = 7;
  private static final int READONLY = 8;
  private static final int INTERRUPT = 9;
  private static final int IOERR = 10;
  private static final int CORRUPT = 11;
  private static final int CORRUPT_VTAB = 267;
  private static final int CORRUPT_INDEX = 779;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int PROTOCOL = 15;

  private MigrationAdvice() {}

  /**
   * Returns what is thrown for it. What stopped the work from outside is thrown as it is: whoever asked for that knows it.
   *
   * @param done what did not happen: applied or undone
   */
  static MigrationException failure(
      MigrationContext context, MigrationFailedException e, String done) throws SQLException {
    if (e.getCause() instanceof SQLException cause
        && ReportedError.of(cause).primaryCode() == INTERRUPT) {
      throw cause;
    }
    String cure = e.getCause() instanceof SQLException reported
        ? cure(ReportedError.of(reported))
        : "correct the file or the callback";
    return new MigrationException(
        context.schema(),
        e.location(),
        e.summary(),
        "Nothing of it was " + done + ": " + cure + " and start again",
        e);
  }

  private static String cure(ReportedError error) {
    return switch (error.primaryCode()) {
      case FULL -> "make room on the disk of the database";
      case BUSY, PROTOCOL -> "let the other processes that use the file end their work";
      case NOMEM -> "give the process more memory";
      case READONLY, CANTOPEN -> "let this process write the file and its directory";
      case IOERR -> "check the disk and its file system";
      case CORRUPT ->
        switch (error.code()) {
          case CORRUPT_VTAB -> "rebuild the full-text index, which is at odds with its table,";
          case CORRUPT_INDEX -> "run REINDEX";
          default -> "restore a backup of the database";
        };
      default -> "correct the file";
    };
  }
}
