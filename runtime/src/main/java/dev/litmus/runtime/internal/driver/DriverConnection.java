package dev.litmus.runtime.internal.driver;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.BusyHandler;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteOpenMode;

/**
 * One connection of sqlite-jdbc with the settings that Litmus relies on, each read back after it was set. The driver takes
 * no part in transactions: they are SQL. Used by one thread at a time; only {@link #interrupt} and
 * {@link #close} may come from any.
 */
public final class DriverConnection {

  /** How many steps of a statement's program run between two looks at the watch: well under a millisecond. */
  private static final int STEPS_BETWEEN_LOOKS = 20_000;

  private enum Role {
    WRITER,
    READER,
    MEMORY
  }

  private final ApplicationConnection driver;
  private final Role role;
  private @Nullable StatementForm form;
  private boolean closed;

  private DriverConnection(ApplicationConnection driver, Role role) {
    this.driver = driver;
    this.role = role;
  }

  /**
   * Opens the connection that writes, and changes nothing about the file: see {@link #prepareFile}.
   *
   * @param file a real path of an existing file, without {@code ?}
   * @param watch what may stop a statement or a wait
   */
  public static DriverConnection openWriter(Path file, ConnectionSettings settings, Watch watch)
      throws SQLException {
    return open(file, settings, watch, Role.WRITER);
  }

  /**
   * Opens a connection that can only read.
   *
   * @param file a real path of an existing file, without {@code ?}
   * @param watch what may stop a statement or a wait
   */
  public static DriverConnection openReader(Path file, ConnectionSettings settings, Watch watch)
      throws SQLException {
    return open(file, settings, watch, Role.READER);
  }

  /**
   * Opens a new database in memory that this connection alone sees.
   *
   * @param watch what may stop a statement
   */
  public static DriverConnection openMemory(ConnectionSettings settings, Watch watch)
      throws SQLException {
    return open(null, settings, watch, Role.MEMORY);
  }

  private static DriverConnection open(
      @Nullable Path file, ConnectionSettings settings, Watch watch, Role role)
      throws SQLException {
    NativeLibrary.load();
    SQLiteOpenMode mode = role == Role.READER ? SQLiteOpenMode.READONLY : SQLiteOpenMode.READWRITE;
    // Every native call is made under the driver's own lock, so SQLite needs none.
    int flags = mode.flag | SQLiteOpenMode.NOMUTEX.flag;
    Properties options = new Properties();
    options.setProperty("open_mode", Integer.toString(flags));
    options.setProperty("jdbc.get_generated_keys", "false");
    // The driver's own waiting, 3 seconds otherwise, knows no interrupt and no deadline.
    options.setProperty("busy_timeout", "0");
    String name = file == null ? ":memory:" : file.toString();
    DriverConnection connection =
        new DriverConnection(new ApplicationConnection(name, options), role);
    try {
      connection.watch(settings, watch);
      connection.checkVersion();
      ApplicationCode.install(settings.code(), connection.driver);
      connection.configure(settings);
      // Else the driver tries to begin and to commit after every statement that has run to its end.
      connection.driver.getConnectionConfig().setAutoCommit(false);
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

  private void watch(ConnectionSettings settings, Watch watch) throws SQLException {
    BusyHandler.setHandler(driver, new LockWait(settings.busyTimeout(), watch));
    ProgressHandler.setHandler(driver, STEPS_BETWEEN_LOOKS, new ProgressHandler() {
      @Override
      protected int progress() {
        return watch.stops() || driver.calls().hasFailed() ? 1 : 0;
      }
    });
  }

  private void configure(ConnectionSettings settings) throws SQLException {
    set("foreign_keys", settings.foreignKeys() ? 1 : 0);
    set("synchronous", settings.synchronous());
    set("recursive_triggers", 1);
    set("cache_size", -settings.cacheKib());
    if (role != Role.MEMORY) {
      set("mmap_size", settings.mmapBytes());
    }
  }

  /** Gives the file its journal mode, and makes sure that it can be written; nothing on a connection that only reads. */
  public void prepareFile(ConnectionSettings settings) throws SQLException {
    if (role == Role.READER) {
      // Of a database that it alone has open it finds what the last writer left.
      return;
    }
    String journal = role == Role.MEMORY ? "memory" : settings.wal() ? "wal" : "delete";
    String pragma = role == Role.WRITER ? "PRAGMA journal_mode=" + journal : "PRAGMA journal_mode";
    expect("journal_mode", query(pragma).toLowerCase(Locale.ROOT), journal);
    if (role == Role.WRITER) {
      if (settings.wal()) {
        limitLog(settings.logBytes());
      }
      // On a read-only medium every pragma answers as asked; only a write lock tells.
      execute("BEGIN IMMEDIATE");
      execute("ROLLBACK");
    }
  }

  private void limitLog(long bytes) throws SQLException {
    long pages = Math.max(1, bytes / Long.parseLong(query("PRAGMA page_size")));
    set("wal_autocheckpoint", pages);
    set("journal_size_limit", bytes);
  }

  /**
   * Copies the write-ahead log into the file and has the next write begin it anew, for a caller that keeps readers out.
   *
   * @return whether it will be begun anew
   */
  public boolean beginLogAnew() throws SQLException {
    return query("PRAGMA wal_checkpoint(RESTART)").equals("0");
  }

  private void set(String pragma, long value) throws SQLException {
    // Some pragmas answer with their value, which a statement that returns nothing must not leave
    // open.
    query("PRAGMA " + pragma + "=" + value);
    expect(pragma, query("PRAGMA " + pragma), Long.toString(value));
  }

  private static void expect(String pragma, String found, String expected) throws SQLException {
    if (!found.equals(expected)) {
      throw new SQLNonTransientConnectionException(
          "the setting " + pragma + " is " + found + " and cannot be made " + expected);
    }
  }

  /** Returns SQLite's version, for example {@code 3.54.1}. */
  public String version() throws SQLException {
    return driver.libversion();
  }

  /** Returns the driver's own connection, for migrations. */
  public Connection jdbc() {
    return driver;
  }

  /** Returns what became of the application's functions. */
  public FunctionCalls calls() {
    return driver.calls();
  }

  /** Prepares one statement; the caller closes it before the connection. */
  public DriverStatement prepare(String sql) throws SQLException {
    return form().of(driver.prepareStatement(sql));
  }

  /** Asked when the first statement is prepared: migrations of an empty file can set its encoding. */
  private StatementForm form() throws SQLException {
    StatementForm known = form;
    if (known == null) {
      known = query("PRAGMA encoding").equals("UTF-8")
          ? StatementForm.ofProcess()
          : StatementForm.WRAPPED;
      form = known;
    }
    return known;
  }

  /** Runs one statement that returns nothing. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = driver.createStatement()) {
      statement.execute(sql);
    }
  }

  private String query(String sql) throws SQLException {
    try (PreparedStatement statement = driver.prepareStatement(sql)) {
      if (!statement.execute()) {
        return "";
      }
      try (ResultSet row = statement.getResultSet()) {
        return row.next() ? String.valueOf(row.getString(1)) : "";
      }
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
