package dev.litmus.runtime.internal.backup;

import dev.litmus.runtime.internal.driver.ConnectionSettings;
import dev.litmus.runtime.internal.driver.DriverConnection;
import dev.litmus.runtime.internal.driver.Statements;
import dev.litmus.runtime.internal.driver.Watch;
import java.nio.file.Path;
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
      if (Statements.number(source.jdbc(), "SELECT count(*) FROM main.sqlite_schema") == 0) {
        return false;
      }
      long pages = Statements.number(source.jdbc(), "PRAGMA page_count")
          - Statements.number(source.jdbc(), "PRAGMA freelist_count");
      size.expected(pages * Statements.number(source.jdbc(), "PRAGMA page_size"));
      Statements.run(source.jdbc(), "VACUUM INTO ?", copy.toString());
      return true;
    } finally {
      source.close();
    }
  }
}
