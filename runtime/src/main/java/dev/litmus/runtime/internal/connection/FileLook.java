package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.internal.driver.BusyWait;
import dev.litmus.runtime.internal.driver.DriverConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Reads a database that this process has not open and leaves its files as they are.
 *
 * <p>A connection that could write deletes the log when it is the last to close, which is as wanted when there is nothing
 * in it; one that can only read could not delete what it had to create. A log with something in it belongs to a process that
 * has the database open, or to one that was killed, and stays where it is: only a connection that reads is let near it.
 *
 * <p>Source: <a href="https://sqlite.org/wal.html#read_only_databases">read-only databases</a>.
 */
public final class FileLook {

  private FileLook() {}

  /**
   * Reads what is there at one moment. Another process may be migrating the file, and is waited for.
   *
   * @param file a real path of an existing file, without {@code ?}
   * @param look runs in a transaction; it may be run again when another process was in the way
   */
  public static void at(Path file, PoolSettings settings, Preparation.Work look)
      throws SQLException {
    BusyWait.forMigrations().run(() -> {
      once(file, settings, look);
      return file;
    });
  }

  private static void once(Path file, PoolSettings settings, Preparation.Work look)
      throws SQLException {
    Limits limits = new Limits(() -> false);
    try {
      DriverConnection driver = hasLog(file)
          ? DriverConnection.openReader(file, settings.connection(), limits)
          : DriverConnection.openWriter(file, settings.connection(), limits);
      try {
        driver.execute("BEGIN");
        look.run(driver.jdbc());
      } catch (SQLException | RuntimeException | Error e) {
        closeAfter(driver, e);
        throw e;
      }
      driver.close();
    } catch (SQLException e) {
      throw limits.explain(e);
    }
  }

  private static boolean hasLog(Path file) throws SQLException {
    try {
      return Files.size(file.resolveSibling(file.getFileName() + "-wal")) > 0;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new SQLException("the log of the file cannot be read: " + e.getMessage(), e);
    }
  }

  private static void closeAfter(DriverConnection driver, Throwable failure) {
    try {
      driver.close();
    } catch (SQLException late) {
      failure.addSuppressed(late);
    }
  }
}
