package dev.litmus.runtime.internal.backup;

import dev.litmus.runtime.internal.driver.ConnectionSettings;
import dev.litmus.runtime.internal.driver.DriverConnection;
import dev.litmus.runtime.internal.driver.Watch;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A copy of a database as it is at one moment, while others write. Rows keep their rowids.
 *
 * <p>Source: <a href="https://sqlite.org/lang_vacuum.html#vacuuminto">VACUUM INTO</a>.
 */
final class DatabaseCopy {

  private DatabaseCopy() {}

  /** How large a copy will be, as far as can be known. */
  interface Size {
    void expected(long bytes);
  }

  /**
   * Copies a database, on a connection of its own, on which no statement is open.
   *
   * @param file a real path of an existing file, without {@code ?}; connections of this process may have it open
   * @param copy an absolute path without {@code ?} of an empty file
   * @param size told before the copy begins
   * @return false when there is nothing in the database, and so nothing to copy
   */
  static boolean make(Path file, Path copy, ConnectionSettings settings, Watch watch, Size size)
      throws SQLException {
    DriverConnection source = DriverConnection.openReader(file, settings, watch);
    try {
      if (number(source, "SELECT count(*) FROM main.sqlite_schema") == 0) {
        return false;
      }
      long pages = number(source, "PRAGMA page_count") - number(source, "PRAGMA freelist_count");
      size.expected(pages * number(source, "PRAGMA page_size"));
      try (PreparedStatement statement = source.prepare("VACUUM INTO ?")) {
        statement.setString(1, copy.toString());
        statement.execute();
      }
      return true;
    } finally {
      source.close();
    }
  }

  private static long number(DriverConnection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepare(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
