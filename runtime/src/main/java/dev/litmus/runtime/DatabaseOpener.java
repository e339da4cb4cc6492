package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.internal.connection.ConnectionPool;
import dev.litmus.runtime.internal.connection.OpenFiles;
import dev.litmus.runtime.internal.connection.Preparation;
import dev.litmus.runtime.internal.driver.ApplicationCode;
import dev.litmus.runtime.internal.driver.NativeLibrary;
import dev.litmus.runtime.internal.driver.Statements;
import dev.litmus.runtime.internal.file.FileHeader;
import dev.litmus.runtime.internal.file.FileProblem;
import dev.litmus.runtime.internal.file.FileSeam;
import dev.litmus.runtime.internal.file.UseLock;
import dev.litmus.runtime.internal.file.UsedFile;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationContext;
import dev.litmus.runtime.internal.migration.MigrationObserver;
import dev.litmus.runtime.internal.migration.MigrationRunner;
import dev.litmus.runtime.migration.MigrationTarget;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Opens one database: its file, its connections, its migrations. On failure nothing stays open. */
final class DatabaseOpener {

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");

  private final MigrationChain chain;
  private final DatabaseSettings settings;
  private final Repositories repositories;
  private final ApplicationCode code;
  private final @Nullable Preparation other;
  private final @Nullable DeclaredDatabase declared;
  private int applied;
  private Optional<Object> key = Optional.empty();

  /** From here on the file is known to be sound, and a failure is none of its. */
  private boolean migrating;

  DatabaseOpener(MigrationChain chain, DatabaseSettings settings, Repositories repositories) {
    this(chain, settings, repositories, null);
  }

  /**
   * An opener that does something else with the database than to bring it to the version of the code.
   *
   * @param other what it does, or null
   */
  DatabaseOpener(
      MigrationChain chain,
      DatabaseSettings settings,
      Repositories repositories,
      @Nullable Preparation other) {
    this.chain = chain;
    this.settings = settings;
    this.repositories = repositories;
    this.code = settings.with(repositories.code(chain.schema()));
    this.other = other;
    this.declared = other == null ? repositories.declared(chain.schema()) : null;
  }

  /** Opens a new database in memory. */
  SqliteDatabase inMemory() {
    if (declared != null && settings.migrations() != MigrationMode.NONE) {
      throw declared.inMemory();
    }
    return connect(null);
  }

  /**
   * Opens a file; one that is missing is created unless the database is read-only, only verified or migrated by others,
   * and one that is damaged is set aside when the policy says so.
   *
   * @param wanted an absolute path
   */
  SqliteDatabase open(Path wanted) {
    if (declared != null) {
      declared.check(settings);
    } else if (settings.migrations() == MigrationMode.VERIFY && !settings.isReadOnly()) {
      verifyMissing(wanted);
    }
    Path file = prepare(wanted);
    claim(chain.schema(), file);
    try {
      return settings.policy() == OpenPolicy.RECREATE && !settings.isReadOnly()
          ? openOrRecreate(file)
          : openShared(file, sharing());
    } catch (RuntimeException | Error e) {
      OpenFiles.release(file);
      throw e;
    }
  }

  /** Makes sure that nobody else in this process has the file open. */
  static void claim(String schema, Path file) {
    if (!OpenFiles.claim(file)) {
      throw new DatabaseOpenException(
          schema, file + " is open already in this process", "Open it once and share it", null);
    }
  }

  /** What a missing file lacks is what an empty database lacks; it is not created to find that out. */
  private void verifyMissing(Path wanted) {
    if (Files.exists(wanted, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Connection empty = code.openMemory(new Properties())) {
      MigrationRunner.verify(empty, context(wanted, MigrationObserver.NOBODY));
    } catch (SQLException e) {
      throw Failures.ofOpen(chain.schema(), wanted.toString(), e);
    }
  }

  /** Whoever finds the file damaged but in use opens it again: another may have begun it anew. */
  private SqliteDatabase openOrRecreate(Path file) {
    Recreation recreation = new Recreation(chain.schema(), file, this::look);
    LockPatience patience = patience(file);
    boolean recreated = false;
    while (true) {
      migrating = false;
      try {
        return openShared(file, UseLock::share);
      } catch (LitmusException e) {
        if (migrating || recreated || !Failures.isDamage(e)) {
          throw e;
        }
      }
      try {
        recreated = recreation.run();
      } catch (IOException e) {
        throw unusable(chain.schema(), e);
      }
      if (!recreated) {
        patience.pause();
      }
    }
  }

  private void look(Path file) throws SQLException {
    pool(file, new Preparation(connection -> check(file, connection), connection -> {}), () -> {})
        .close(null);
  }

  private LockPatience patience(Path file) {
    return new LockPatience(chain.schema(), file, settings.busyTimeout());
  }

  private interface Sharing {
    @Nullable
    UseLock share(FileSeam files, Path file) throws IOException;
  }

  /** Without WAL, SQLite does not tell whether others have the file open: only this lock does. */
  private Sharing sharing() {
    return settings.isWal() || settings.isReadOnly() ? UseLock::shareIfThere : UseLock::share;
  }

  private SqliteDatabase openShared(Path file, Sharing sharing) {
    LockPatience patience = patience(file);
    SqliteDatabase opened = openOnce(file, sharing, patience);
    while (opened == null) {
      opened = openOnce(file, sharing, patience);
    }
    return opened;
  }

  /** Null when another process has exchanged the file meanwhile. */
  private @Nullable SqliteDatabase openOnce(Path file, Sharing sharing, LockPatience patience) {
    FileSeam files = FileSeam.of(file);
    UseLock lock = null;
    try {
      for (lock = sharing.share(files, file); lock == null; lock = sharing.share(files, file)) {
        patience.pause();
      }
      if (mayCreate()) {
        files.createFile(file);
        OpenFiles.renew(file);
      }
      key = OpenFiles.key(file);
      return connect(new UsedFile(files, file, lock));
    } catch (ExchangedException e) {
      release(lock, e);
      return null;
    } catch (IOException e) {
      release(lock, e);
      throw unusable(chain.schema(), e);
    } catch (RuntimeException | Error e) {
      release(lock, e);
      throw e;
    }
  }

  /** What was opened is not what has the name. */
  private static final class ExchangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Makes sure that what was opened has the name, before anything about it is changed: SQLite would take the log of the other
   * one for its own, since it finds that by the name.
   */
  private void checkName(@Nullable Path file, Connection connection) throws SQLException {
    if (file == null) {
      return;
    }
    // Whoever exchanges it has it locked until that is done.
    Statements.number(connection, "PRAGMA schema_version");
    if (!OpenFiles.key(file).equals(key)) {
      throw new ExchangedException();
    }
  }

  private static void release(@Nullable UseLock lock, Throwable failure) {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException late) {
      failure.addSuppressed(late);
    }
  }

  static DatabaseOpenException unusable(String schema, IOException e) {
    return new DatabaseOpenException(
        schema,
        "cannot use the file: " + FileProblem.reason(e),
        e instanceof AccessDeniedException
            ? "Let this process use the file and its directory"
            : "Put a database file there, or nothing",
        e);
  }

  private Path prepare(Path wanted) {
    // Before a file is created that nobody could open then.
    loadLibrary(wanted);
    FileSeam files = FileSeam.of(wanted);
    try {
      if (mayCreate()) {
        files.createFile(wanted);
      } else {
        files.requireRegularFile(wanted);
      }
      return wanted.toRealPath();
    } catch (NoSuchFileException e) {
      if (declared != null) {
        throw declared.missing(wanted, e);
      }
      if (!settings.isReadOnly()) {
        // It was just created: another process sets aside what was there before.
        throw Failures.openedElsewhere(chain.schema(), wanted.toString(), null);
      }
      throw new DatabaseOpenException(
          chain.schema(),
          wanted + " does not exist, and a read-only database is not created",
          "Check the path, or open it without readOnly",
          e);
    } catch (IOException e) {
      throw unusable(chain.schema(), e);
    }
  }

  private boolean mayCreate() {
    return declared == null && !settings.isReadOnly();
  }

  private void loadLibrary(Path wanted) {
    try {
      NativeLibrary.load();
    } catch (SQLException e) {
      throw Failures.ofOpen(chain.schema(), wanted.toString(), e);
    }
  }

  /** Connects to a file, or to a new database in memory. */
  private SqliteDatabase connect(@Nullable UsedFile used) {
    String schema = chain.schema();
    Path file = used == null ? null : used.path();
    String shown = file == null ? ":memory:" : file.toString();
    try {
      Preparation wanted = other != null
          ? other
          : new Preparation(
              connection -> check(file, connection),
              connection -> bringToVersion(file, connection));
      Preparation preparation = new Preparation(
          connection -> {
            checkName(file, connection);
            wanted.check().run(connection);
          },
          wanted.change());
      ConnectionPool connections = pool(file, preparation, () -> closed(used));
      LOG.log(
          Level.INFO, "{0}: opened {1}, WAL {2}", schema, shown, file != null && settings.isWal());
      return new SqliteDatabase(chain, used, connections, settings, repositories, applied);
    } catch (SQLException e) {
      throw Failures.ofOpen(schema, shown, e);
    }
  }

  private ConnectionPool pool(@Nullable Path file, Preparation preparation, Runnable onClosed)
      throws SQLException {
    checkHeader(file);
    checkWritable(file);
    return ConnectionPool.open(chain.schema(), file, settings.pool(code), preparation, onClosed);
  }

  static void checkHeader(@Nullable Path file) throws SQLException {
    try {
      if (file != null && !FileHeader.isDatabase(file)) {
        throw new SQLException("file is not a database", null, Failures.NOT_A_DATABASE);
      }
      if (file != null && FileHeader.isEmptyBesideLog(file)) {
        throw new SQLException(
            "it is empty or was deleted, but its log " + file
                + "-wal is still there; to begin anew, move that away",
            null,
            Failures.CORRUPT);
      }
    } catch (IOException e) {
      throw new SQLException(
          "the file cannot be read: " + FileProblem.reason(e), null, Failures.CANNOT_OPEN, e);
    }
  }

  /** SQLite would begin to read it, and leave a log of the same mode that nobody can write once the file can be written. */
  private void checkWritable(@Nullable Path file) throws SQLException {
    if (file != null && !settings.isReadOnly() && !Files.isWritable(file)) {
      throw new SQLException("this process may not write the file", null, Failures.READ_ONLY);
    }
  }

  /** Whatever refuses a file does so here, before anything about it is changed. */
  private void check(@Nullable Path file, Connection connection) throws SQLException {
    if (declared != null) {
      compare(connection, declared);
      return;
    }
    MigrationContext context = context(file, MigrationObserver.NOBODY);
    switch (settings.isReadOnly() ? MigrationMode.VERIFY : settings.migrations()) {
      case APPLY -> MigrationRunner.check(connection, context);
      case VERIFY -> MigrationRunner.verify(connection, context);
      case NONE -> {}
    }
  }

  private void compare(Connection connection, DeclaredDatabase expected) throws SQLException {
    settings.checkCallbacks(chain);
    if (settings.migrations() != MigrationMode.NONE) {
      expected.check(connection);
    }
  }

  private void bringToVersion(@Nullable Path file, Connection connection) throws SQLException {
    if (declared == null
        && settings.migrations() == MigrationMode.APPLY
        && !settings.isReadOnly()) {
      migrating = true;
      MigrationLog log = new MigrationLog(chain.schema(), settings.listeners());
      applied = MigrationRunner.migrate(connection, context(file, log), MigrationTarget.latest())
          .size();
      log.complete(applied);
    }
  }

  private MigrationContext context(@Nullable Path file, MigrationObserver observer) {
    return settings.migrationContext(chain, file, code, observer);
  }

  private void closed(@Nullable UsedFile used) {
    if (used == null) {
      LOG.log(Level.INFO, "{0}: closed", chain.schema());
      return;
    }
    try {
      used.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, chain.schema() + ": closing the lock of " + used.path(), e);
    }
    OpenFiles.release(used.path());
    LOG.log(Level.INFO, "{0}: closed {1}", chain.schema(), used.path());
  }
}
