package dev.litmus.runtime.internal.migration;

import java.sql.SQLException;

/** SQLite's own message out of the driver's {@code [CODE] name of the code (message)}. */
public final class SqliteWords {

  private SqliteWords() {}

  public static String of(SQLException e) {
    String message = String.valueOf(e.getMessage());
    int open = message.indexOf(" (");
    boolean framed = message.startsWith("[SQLITE_") && open > 0 && message.endsWith(")");
    return framed ? message.substring(open + 2, message.length() - 1) : message;
  }
}
