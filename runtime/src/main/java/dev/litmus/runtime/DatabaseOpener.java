package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.internal.connection.ConnectionPool;
import dev.litmus.runtime.internal.connection.OpenFiles;
import dev.litmus.runtime.internal.driver.DriverConnection;
import dev.litmus.runtime.internal.driver.NativeLibrary;
import dev.litmus.runtime.internal.file.FileHeader;
import dev.litmus.runtime.internal.file.FileSeam;
import dev.litmus.runtime.internal.file.SetAside;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationRunner;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Opens one database: its file, its connections, its migrations. On failure nothing stays open. */
final class DatabaseOpener {

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");

  private final MigrationChain chain;
  private final DatabaseSettings settings;
  private final Repositories repositories;
  private int applied;

  DatabaseOpener(MigrationChain chain, DatabaseSettings settings, Repositories repositories) {
    this.chain = chain;
    this.settings = settings;
    this.repositories = repositories;
  }

  /** Opens a new database in memory. */
  SqliteDatabase inMemory() {
    return connect(null, ":memory:", () -> LOG.log(Level.INFO, "{0}: closed", chain.schema()));
  }

  /**
   * Opens a file; one that is missing is created unless the database is read-only, and one that is damaged is set aside
   * when the policy says so.
   *
   * @param wanted an absolute path
   */
  SqliteDatabase open(Path wanted) {
    try {
      return openAsItIs(wanted);
    } catch (LitmusException e) {
      if (settings.policy() != OpenPolicy.RECREATE
          || settings.isReadOnly()
          || !Failures.isDamage(e)) {
        throw e;
      }
      setAside(wanted, e);
      return openAsItIs(wanted);
    }
  }

  private void setAside(Path damaged, LitmusException reason) {
    try {
      Path aside = SetAside.of(FileSeam.of(damaged), damaged.toRealPath(), Instant.now());
      LOG.log(
          Level.WARNING,
          chain.schema() + ": damaged, begun anew; the old file is now " + aside,
          reason);
    } catch (IOException e) {
      reason.addSuppressed(e);
      throw reason;
    }
  }

  private SqliteDatabase openAsItIs(Path wanted) {
    Path file = prepare(wanted);
    if (!OpenFiles.claim(file)) {
      throw new DatabaseOpenException(
          chain.schema(),
          file + " is open already in this process",
          "Open it once and share it",
          null);
    }
    try {
      return connect(file, wanted.toString(), () -> closed(file));
    } catch (RuntimeException | Error e) {
      OpenFiles.release(file);
      throw e;
    }
  }

  private Path prepare(Path wanted) {
    // Before a file is created that nobody could open then.
    loadLibrary(wanted);
    FileSeam files = FileSeam.of(wanted);
    try {
      if (settings.isReadOnly()) {
        files.requireRegularFile(wanted);
      } else {
        files.createFile(wanted);
      }
      return wanted.toRealPath();
    } catch (NoSuchFileException e) {
      throw new DatabaseOpenException(
          chain.schema(),
          wanted + " does not exist, and a read-only database is not created",
          "Check the path, or open it without readOnly",
          e);
    } catch (IOException e) {
      throw new DatabaseOpenException(
          chain.schema(),
          "cannot use the file: " + e.getMessage(),
          "Put a database file there, or nothing",
          e);
    }
  }

  private void loadLibrary(Path wanted) {
    try {
      NativeLibrary.load();
    } catch (SQLException e) {
      throw Failures.ofOpen(chain.schema(), wanted.toString(), e);
    }
  }

  private SqliteDatabase connect(@Nullable Path file, String shown, Runnable onClosed) {
    String schema = chain.schema();
    try {
      checkHeader(file);
      ConnectionPool connections =
          ConnectionPool.open(schema, file, settings.pool(), this::bringToVersion, onClosed);
      LOG.log(
          Level.INFO, "{0}: opened {1}, WAL {2}", schema, shown, file != null && settings.isWal());
      return new SqliteDatabase(chain, file, connections, settings, repositories, applied);
    } catch (SQLException e) {
      throw Failures.ofOpen(schema, shown, e);
    }
  }

  private static void checkHeader(@Nullable Path file) throws SQLException {
    try {
      if (file != null && !FileHeader.isDatabase(file)) {
        throw new SQLException("file is not a database", null, Failures.NOT_A_DATABASE);
      }
    } catch (IOException e) {
      throw new SQLException("the file cannot be read: " + e.getMessage(), e);
    }
  }

  private void bringToVersion(Connection connection) throws SQLException {
    MigrationMode mode = settings.migrations();
    if (mode == MigrationMode.NONE) {
      return;
    }
    if (mode == MigrationMode.VERIFY || settings.isReadOnly()) {
      MigrationRunner.verify(connection, chain);
    } else {
      MigrationLog log = new MigrationLog(chain.schema());
      applied = MigrationRunner.migrate(connection, chain, log, DriverConnection::scratch);
      log.complete(applied);
    }
  }

  private void closed(Path file) {
    OpenFiles.release(file);
    LOG.log(Level.INFO, "{0}: closed {1}", chain.schema(), file);
  }
}
