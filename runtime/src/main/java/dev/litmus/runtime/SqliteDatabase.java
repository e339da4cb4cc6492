package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.NoRowException;
import dev.litmus.runtime.error.NonUniqueRowException;
import dev.litmus.runtime.internal.connection.ConnectionPool;
import dev.litmus.runtime.internal.connection.OpenFiles;
import dev.litmus.runtime.internal.connection.Patience;
import dev.litmus.runtime.internal.file.PrivateFiles;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationRunner;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One open database: a file, one connection that writes and a few that read. Reads run beside a writer; writes wait for
 * each other in the order they came, at most 5 seconds. A thread does everything on one connection until its last open
 * statement or transaction is closed. Safe for all threads.
 */
public final class SqliteDatabase {

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");

  private final String schema;
  private final Path file;
  private final ConnectionPool pool;

  private SqliteDatabase(String schema, Path file, ConnectionPool pool) {
    this.schema = schema;
    this.file = file;
    this.pool = pool;
  }

  /**
   * Opens and migrates a file.
   *
   * @param directory a real path
   */
  static SqliteDatabase open(MigrationChain chain, Path directory, Patience patience) {
    String schema = chain.schema();
    Path wanted = directory.resolve(schema + ".sqlite");
    refuseOptions(schema, wanted);
    Path file;
    try {
      PrivateFiles.createFile(wanted);
      file = wanted.toRealPath();
    } catch (IOException e) {
      throw new DatabaseOpenException(
          schema,
          "cannot use the file: " + e.getMessage(),
          "Put a database file there, or nothing",
          e);
    }
    if (!OpenFiles.claim(file)) {
      throw new DatabaseOpenException(
          schema, file + " is open already in this process", "Open it once and share it", null);
    }
    try {
      return open(chain, file, patience, wanted);
    } catch (RuntimeException | Error e) {
      OpenFiles.release(file);
      throw e;
    }
  }

  /** The driver would obey what stands behind a question mark. */
  static void refuseOptions(String name, Path path) {
    if (path.toString().contains("?")) {
      throw new DatabaseOpenException(
          name,
          path + " contains `?`, behind which the driver reads options",
          "Choose another directory",
          null);
    }
  }

  private static SqliteDatabase open(
      MigrationChain chain, Path file, Patience patience, Path shown) {
    String schema = chain.schema();
    int[] applied = new int[1];
    try {
      ConnectionPool pool = ConnectionPool.open(
          schema,
          file,
          patience,
          writer -> applied[0] = MigrationRunner.migrate(writer, chain),
          () -> closed(schema, file));
      LOG.log(Level.INFO, "{0}: opened {1}, SQLite {2}", schema, shown, pool.version());
      if (applied[0] > 0) {
        LOG.log(Level.INFO, "{0}: migrations applied: {1}", schema, applied[0]);
      }
      return new SqliteDatabase(schema, file, pool);
    } catch (SQLException e) {
      throw cannotOpen(schema, file, e);
    }
  }

  private static LitmusException cannotOpen(String schema, Path file, SQLException e) {
    return switch (Failures.primaryCode(e)) {
      case Failures.NOT_A_DATABASE ->
        new DatabaseOpenException(
            schema, file + " is not an SQLite database", "Move that file away, it is unchanged", e);
      case Failures.BUSY ->
        new DatabaseBusyException(
            schema, null, file + " is locked by another process", "Try again when that is done", e);
      default ->
        new DatabaseOpenException(
            schema, "cannot open " + file + ": " + Failures.fact(e), nativeLibraryAdvice(e), e);
    };
  }

  /** The driver reports a library that it could not unpack or load as an error without a code. */
  private static @Nullable String nativeLibraryAdvice(SQLException e) {
    return e.getCause() == null
        ? null
        : "The cause is: "
            + e.getCause().getMessage()
            + ". If that is the native library, let the property org.sqlite.tmpdir name a private folder that may hold"
            + " executable files";
  }

  private static void closed(String schema, Path file) {
    OpenFiles.release(file);
    LOG.log(Level.INFO, "{0}: closed {1}", schema, file);
  }

  /**
   * Returns the schema that the file was migrated to.
   *
   * @return the name of its folder of migrations
   */
  public String schema() {
    return schema;
  }

  /**
   * Returns where the database is.
   *
   * @return the real path of the file
   */
  public Path file() {
    return file;
  }

  /**
   * Runs work in an IMMEDIATE transaction and commits it; rolls back when the work throws anything. Inside another
   * transaction it is a savepoint: its failure undoes only its own part.
   *
   * @param work runs on the calling thread; everything it does on this database is part of the transaction
   * @param <T> the result
   * @param <X> what the work throws besides unchecked exceptions
   * @return the result of the work
   * @throws X what the work threw
   * @throws DatabaseBusyException when the writer is not free in time
   */
  public <T extends @Nullable Object, X extends Exception> T transaction(TransactionWork<T, X> work)
      throws X {
    try (Transaction transaction = begin(TransactionMode.IMMEDIATE)) {
      T result = work.run();
      transaction.commit();
      return result;
    }
  }

  /**
   * Runs work in an IMMEDIATE transaction and commits it; rolls back when the work throws anything. Inside another
   * transaction it is a savepoint: its failure undoes only its own part.
   *
   * @param action runs on the calling thread; everything it does on this database is part of the transaction
   * @param <X> what the work throws besides unchecked exceptions
   * @throws X what the work threw
   * @throws DatabaseBusyException when the writer is not free in time
   */
  public <X extends Exception> void transaction(TransactionAction<X> action) throws X {
    try (Transaction transaction = begin(TransactionMode.IMMEDIATE)) {
      action.run();
      transaction.commit();
    }
  }

  /**
   * Begins a transaction on the calling thread, a savepoint when the thread is in one already. Close it on every path.
   *
   * @param mode what it may do
   * @return the open transaction, for this thread alone
   * @throws dev.litmus.runtime.error.TransactionException when the mode is stronger than that of the transaction
   *     around it, or the thread still reads a result outside a write transaction
   * @throws DatabaseBusyException when the writer, or a reader, is not free in time
   * @throws dev.litmus.runtime.error.DatabaseClosedException after the database was closed
   */
  public Transaction begin(TransactionMode mode) {
    Objects.requireNonNull(mode, "mode");
    try {
      return new Transaction(this, pool.begin(mode == TransactionMode.IMMEDIATE));
    } catch (SQLException e) {
      throw Failures.of(this, null, e);
    }
  }

  /**
   * Lends a statement that reads. For generated code.
   *
   * @param statement a constant
   * @return the prepared statement, for the calling thread alone; closing it gives it back
   * @throws SQLException when SQLite cannot prepare it
   */
  public PreparedStatement read(SqlStatement statement) throws SQLException {
    return pool.read(statement.name(), statement.slot(), statement.sql());
  }

  /**
   * Lends a statement that writes. For generated code.
   *
   * @param statement a constant
   * @return the prepared statement, for the calling thread alone; closing it gives it back
   * @throws SQLException when SQLite cannot prepare it
   */
  public PreparedStatement write(SqlStatement statement) throws SQLException {
    return pool.write(statement.name(), statement.slot(), statement.sql());
  }

  /**
   * Returns the typed exception for a failure of the driver. For generated code.
   *
   * @param statement what was running
   * @param e what the driver reported
   * @return the exception to throw
   */
  public LitmusException failure(SqlStatement statement, SQLException e) {
    return Failures.of(this, statement, e);
  }

  /**
   * Returns the exception for a query that found no row. For generated code.
   *
   * @param statement the query
   * @return the exception to throw
   */
  public NoRowException noRow(SqlStatement statement) {
    return new NoRowException(schema, statement.name());
  }

  /**
   * Returns the exception for a query that found a second row. For generated code.
   *
   * @param statement the query
   * @return the exception to throw
   */
  public NonUniqueRowException nonUniqueRow(SqlStatement statement) {
    return new NonUniqueRowException(schema, statement.name());
  }

  /** Whether messages list what was bound. */
  boolean showsArguments() {
    return false;
  }

  boolean isClosing() {
    return pool.isClosing();
  }

  /** Closes it as {@link Databases#close} says. */
  void close() {
    try {
      String holders = pool.close();
      if (holders != null) {
        LOG.log(
            Level.WARNING,
            "{0}: still used, and closed when they let go of it, by {1}",
            schema,
            holders);
      }
    } catch (SQLException e) {
      throw Failures.of(this, null, e);
    }
  }

  @Override
  public String toString() {
    return schema + " (" + file + ")";
  }
}
