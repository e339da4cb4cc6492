package dev.litmus.runtime.internal.backup;

import dev.litmus.runtime.internal.driver.ConnectionSettings;
import dev.litmus.runtime.internal.driver.DriverConnection;
import dev.litmus.runtime.internal.driver.ReportedError;
import dev.litmus.runtime.internal.driver.Statements;
import dev.litmus.runtime.internal.driver.Watch;
import dev.litmus.runtime.internal.file.FileHolders;
import dev.litmus.runtime.internal.file.InUseException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everybody else out of a database that has no log: all of it is in its file. Leaving the WAL mode is something that
 * SQLite does for the only connection there is; the lock that follows keeps others out from then on.
 *
 * <p>Source: <a href="https://sqlite.org/pragma.html#pragma_journal_mode">journal_mode</a>.
 */
final class Fence implements AutoCloseable {

  private static final int BUSY = 5;

  private final DriverConnection connection;

  private Fence(DriverConnection connection) {
    this.connection = connection;
  }

  /**
   * Puts it around a database.
   *
   * @param file a real path of an existing file, without {@code ?}; this process has it not open
   * @throws InUseException when another process has it open for longer than the busy timeout
   * @throws SQLException when it is damaged, or cannot be written
   */
  static Fence around(Path file, ConnectionSettings settings, Watch watch)
      throws SQLException, InUseException {
    DriverConnection connection = null;
    try {
      connection = DriverConnection.openWriter(file, settings, watch);
      if (!Statements.texts(connection.jdbc(), "PRAGMA journal_mode=DELETE").contains("delete")) {
        throw new InUseException(FileHolders.others(file), null);
      }
      connection.execute("BEGIN EXCLUSIVE");
      return new Fence(connection);
    } catch (SQLException e) {
      closeAfter(connection, e);
      if (ReportedError.of(e).primaryCode() == BUSY) {
        throw new InUseException(FileHolders.others(file), e);
      }
      throw e;
    } catch (InUseException | RuntimeException | Error e) {
      closeAfter(connection, e);
      throw e;
    }
  }

  private static void closeAfter(@Nullable DriverConnection connection, Throwable failure) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException late) {
      failure.addSuppressed(late);
    }
  }

  /**
   * Copies the database, behind the fence. Java must not do it: closing a file drops the locks that a process has on it.
   *
   * @param copy an absolute path without {@code ?} of an empty file
   */
  void copyTo(Path copy) throws SQLException {
    // The lock stays when its transaction ends, in which nothing can be copied.
    Statements.run(connection.jdbc(), "PRAGMA locking_mode=EXCLUSIVE");
    Statements.run(connection.jdbc(), "COMMIT");
    Statements.run(connection.jdbc(), "VACUUM INTO ?", copy.toString());
  }

  /** Takes it away; the second time nothing happens. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
