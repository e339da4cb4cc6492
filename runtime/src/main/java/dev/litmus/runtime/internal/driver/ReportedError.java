package dev.litmus.runtime.internal.driver;

import java.sql.SQLException;
import org.sqlite.SQLiteException;

/**
 * What SQLite said, out of the exception that the driver made of it.
 *
 * @param code the extended result code, or the driver's when there is none; 0 when neither reported anything
 * @param words SQLite's own message; the driver frames it as {@code [CODE] description (words)}
 */
public record ReportedError(int code, String words) {

  /** Reads an exception of the driver. */
  public static ReportedError of(SQLException e) {
    String message = String.valueOf(e.getMessage());
    int start = start(message);
    String words = start == 0 ? message : message.substring(start, message.length() - 1);
    return new ReportedError(
        e instanceof SQLiteException sqlite ? sqlite.getResultCode().code : e.getErrorCode(),
        words);
  }

  /** Where SQLite's words begin; 0 when there is no frame. */
  private static int start(String message) {
    int open = message.indexOf(" (");
    boolean framed = message.startsWith("[SQLITE_") && open > 0 && message.endsWith(")");
    return framed ? open + 2 : 0;
  }

  /** The class of the error, for example 19 for every kind of constraint. */
  public int primaryCode() {
    return code & 0xff;
  }

  /** Returns an exception that differs from the given one only in SQLite's words. */
  public static SQLException withWords(SQLException e, String words) {
    String message = String.valueOf(e.getMessage());
    int start = start(message);
    String changed = start == 0 ? words : message.substring(0, start) + words + ")";
    SQLException copy = e instanceof SQLiteException sqlite
        ? new SQLiteException(changed, sqlite.getResultCode())
        : new SQLException(changed, e.getSQLState(), e.getErrorCode());
    copy.setStackTrace(e.getStackTrace());
    for (Throwable suppressed : e.getSuppressed()) {
      copy.addSuppressed(suppressed);
    }
    return copy;
  }
}
