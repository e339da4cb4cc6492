package dev.litmus.runtime.internal.driver;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * One connection of sqlite-jdbc with the settings that Litmus relies on, each read back after it was set. Always in
 * auto-commit mode for the driver: transactions are SQL. Used by one thread at a time; only {@link #interrupt} and
 * {@link #close} may come from any.
 */
public final class DriverConnection {

  private final SQLiteConnection driver;
  private boolean closed;

  private DriverConnection(SQLiteConnection driver) {
    this.driver = driver;
  }

  /**
   * Opens the connection that writes, and turns the file into a WAL database.
   *
   * @param file a real path of an existing file, without {@code ?}
   * @param busyTimeout how long SQLite waits for another process's lock
   */
  public static DriverConnection openWriter(Path file, Duration busyTimeout) throws SQLException {
    return open(file, busyTimeout, true);
  }

  /**
   * Opens a connection that can only read.
   *
   * @param file the file of a writer that is open
   * @param busyTimeout how long SQLite waits for another process's lock
   */
  public static DriverConnection openReader(Path file, Duration busyTimeout) throws SQLException {
    return open(file, busyTimeout, false);
  }

  private static DriverConnection open(Path file, Duration busyTimeout, boolean writes)
      throws SQLException {
    NativeLibrary.load();
    SQLiteOpenMode mode = writes ? SQLiteOpenMode.READWRITE : SQLiteOpenMode.READONLY;
    Properties options = new Properties();
    options.setProperty("open_mode", Integer.toString(mode.flag));
    options.setProperty("busy_timeout", Long.toString(busyTimeout.toMillis()));
    options.setProperty("jdbc.get_generated_keys", "false");
    DriverConnection connection =
        new DriverConnection(new JDBC4Connection("jdbc:sqlite:" + file, file.toString(), options));
    try {
      connection.checkVersion();
      connection.configure(busyTimeout, writes);
      return connection;
    } catch (SQLException | RuntimeException e) {
      try {
        connection.close();
      } catch (SQLException late) {
        e.addSuppressed(late);
      }
      throw e;
    }
  }

  private void checkVersion() throws SQLException {
    String version = version();
    if (!EngineVersion.isSupported(version)) {
      throw new SQLNonTransientConnectionException("SQLite "
          + version
          + " is too old, "
          + EngineVersion.OLDEST
          + " is the oldest that is safe here: raise the dependency org.xerial:sqlite-jdbc");
    }
  }

  private void configure(Duration busyTimeout, boolean writes) throws SQLException {
    expect("busy_timeout", query("PRAGMA busy_timeout"), Long.toString(busyTimeout.toMillis()));
    expect(
        "journal_mode", query(writes ? "PRAGMA journal_mode=WAL" : "PRAGMA journal_mode"), "wal");
    set("foreign_keys", "1");
    set("synchronous", "1");
    set("recursive_triggers", "1");
    if (writes) {
      // On a read-only medium every pragma answers as asked; only a write lock tells.
      execute("BEGIN IMMEDIATE");
      execute("ROLLBACK");
    }
  }

  private void set(String pragma, String value) throws SQLException {
    execute("PRAGMA " + pragma + "=" + value);
    expect(pragma, query("PRAGMA " + pragma), value);
  }

  private static void expect(String pragma, String found, String expected) throws SQLException {
    if (!found.equals(expected)) {
      throw new SQLNonTransientConnectionException(
          "the setting " + pragma + " is " + found + " and cannot be made " + expected);
    }
  }

  /** Returns SQLite's version, for example {@code 3.54.1}. */
  public String version() throws SQLException {
    return query("SELECT sqlite_version()");
  }

  /** Returns the driver's own connection, for migrations. */
  public Connection jdbc() {
    return driver;
  }

  /** Prepares one statement; the caller closes it before the connection. */
  public PreparedStatement prepare(String sql) throws SQLException {
    return driver.prepareStatement(sql);
  }

  /** Runs one statement that returns nothing. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = driver.createStatement()) {
      statement.execute(sql);
    }
  }

  private String query(String sql) throws SQLException {
    try (Statement statement = driver.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  /** Ends what is running with SQLITE_INTERRUPT; nothing once closed. From any thread. */
  public synchronized void interrupt() throws SQLException {
    if (!closed) {
      driver.getDatabase().interrupt();
    }
  }

  /** Closes it; waits for a native call that is running. Does nothing the second time. */
  public synchronized void close() throws SQLException {
    if (!closed) {
      closed = true;
      driver.close();
    }
  }
}
