package dev.litmus.runtime;

import dev.litmus.runtime.error.ConverterNotFoundException;
import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.DuplicateKeyException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.NoRowException;
import dev.litmus.runtime.error.NonUniqueRowException;
import dev.litmus.runtime.error.RepositoryNotFoundException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.internal.connection.ConnectionPool;
import dev.litmus.runtime.internal.connection.Mode;
import dev.litmus.runtime.internal.connection.Patience;
import dev.litmus.runtime.internal.connection.Scope;
import dev.litmus.runtime.internal.file.DatabasePath;
import dev.litmus.runtime.internal.file.RefusedPathException;
import dev.litmus.runtime.internal.file.UsedFile;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationState;
import dev.litmus.runtime.internal.migration.MigrationStates;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One open database of a schema: a file, one connection that writes and a few that read. Reads run beside a writer;
 * writes wait for each other in the order they came. A thread does everything on one connection until its last open
 * statement or transaction is closed. Safe for all threads.
 */
public final class SqliteDatabase implements AutoCloseable {

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");
  private static final AtomicLong NEXT_ORDER = new AtomicLong();

  private final long order = NEXT_ORDER.getAndIncrement();
  private final String schema;
  private final MigrationChain chain;
  private final int appliedAtOpen;
  private final @Nullable UsedFile used;
  private final ConnectionPool pool;
  private final DatabaseSettings settings;
  private final Repositories factories;
  private final Map<Class<?>, Object> repositories = new ConcurrentHashMap<>();

  SqliteDatabase(
      MigrationChain chain,
      @Nullable UsedFile used,
      ConnectionPool pool,
      DatabaseSettings settings,
      Repositories factories,
      int appliedAtOpen) {
    this.schema = chain.schema();
    this.chain = chain;
    this.appliedAtOpen = appliedAtOpen;
    this.used = used;
    this.pool = pool;
    this.settings = settings;
    this.factories = factories;
  }

  /**
   * Opens a file of a schema, with {@link DatabaseSettings#DEFAULT}; as many files as there are projects, users or
   * tenants can be open at once, each with repositories of its own.
   *
   * @param schema what {@code @Database} names
   * @param file where the database is, or is to be created, with its directory, readable for the owner alone
   * @return the open database, to be closed by the caller
   * @throws DatabaseOpenException when no repository was compiled against the schema, the file
   *     is no database, is open already in this process, or a setting does not hold
   * @throws dev.litmus.runtime.error.MigrationException when it cannot be brought to the version of the code
   * @throws DatabaseBusyException when another process, which may be migrating, holds its lock for a minute, or for the
   *     busy timeout if that is longer
   * @throws dev.litmus.runtime.error.StatementCancelledException when the thread is interrupted meanwhile
   */
  public static SqliteDatabase open(String schema, Path file) {
    return open(schema, file, DatabaseSettings.DEFAULT);
  }

  /**
   * Opens a file of a schema.
   *
   * @param schema what {@code @Database} names
   * @param file where the database is, or is to be created, with its directory, readable for the owner alone
   * @param settings how it is opened; by {@link OpenPolicy#RECREATE} a damaged file is set aside here as well, and
   *     {@link OpenPolicy#OPTIONAL} fails as {@link OpenPolicy#REQUIRED} does
   * @return the open database, to be closed by the caller
   * @throws DatabaseOpenException when no repository was compiled against the schema, the file
   *     is no database, is open already in this process, or a setting does not hold
   * @throws dev.litmus.runtime.error.MigrationException when it cannot be brought to the version of the code
   * @throws DatabaseBusyException when another process, which may be migrating, holds its lock for a minute, or for the
   *     busy timeout if that is longer
   * @throws dev.litmus.runtime.error.StatementCancelledException when the thread is interrupted meanwhile
   */
  public static SqliteDatabase open(String schema, Path file, DatabaseSettings settings) {
    return open(schema, file, settings, Repositories.find(file.toString()));
  }

  /**
   * Opens a file as it is, for tools: no repositories are needed, nothing is migrated, and its journal mode stays. Functions and
   * collations are those that the thread's context class loader sees.
   *
   * @param schema what the database is called in messages and in manifests of backups
   * @param file where the database is
   * @param settings how it is opened, of which {@link MigrationMode}, {@link OpenPolicy} and the journal mode count for nothing
   * @return the open database, to be closed by the caller
   * @throws DatabaseOpenException when the file is not there or no database, is open already in this process, or a setting does
   *     not hold
   * @throws DatabaseBusyException when another process keeps its lock for too long
   */
  public static SqliteDatabase asIs(String schema, Path file, DatabaseSettings settings) {
    return AsIs.open(schema, checked(schema, file), settings);
  }

  static SqliteDatabase open(
      String schema, Path file, DatabaseSettings settings, Repositories repositories) {
    MigrationChain chain = repositories.chain(schema);
    Path absolute = checked(schema, file);
    Path directory = DatabasesOpener.createDirectory(
        schema, Objects.requireNonNull(absolute.getParent(), "an absolute file has a directory"));
    return new DatabaseOpener(chain, settings, repositories)
        .open(directory.resolve(absolute.getFileName()));
  }

  private static Path checked(String schema, Path file) {
    try {
      return DatabasePath.file(file);
    } catch (RefusedPathException e) {
      throw new DatabaseOpenException(schema, String.valueOf(e.getMessage()), e.advice(), e);
    }
  }

  /**
   * Opens a new, empty, migrated database in memory, for tests, with {@link DatabaseSettings#DEFAULT}. It has a single
   * connection: work in it never runs at the same time, not even reads. It is gone when it is closed.
   *
   * @param schema what {@code @Database} names
   * @return the open database, to be closed by the caller
   * @throws DatabaseOpenException when no repository was compiled against the schema
   */
  public static SqliteDatabase inMemory(String schema) {
    return inMemory(schema, DatabaseSettings.DEFAULT);
  }

  /**
   * Opens a new, empty, migrated database in memory, for tests, as {@link #inMemory(String)} does.
   *
   * @param schema what {@code @Database} names
   * @param settings how it is opened; what is about files and several connections has no effect
   * @return the open database, to be closed by the caller
   * @throws DatabaseOpenException when no repository was compiled against the schema, or a setting does not hold
   * @throws dev.litmus.runtime.error.MigrationException when it is to be read-only or verified, and so would stay empty
   */
  public static SqliteDatabase inMemory(String schema, DatabaseSettings settings) {
    Repositories repositories = Repositories.find(schema);
    MigrationChain chain = repositories.chain(schema);
    return new DatabaseOpener(chain, settings, repositories).inMemory();
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
   * @return the real path of the file; empty when it is in memory
   */
  public Optional<Path> file() {
    return Optional.ofNullable(path());
  }

  /**
   * Returns the generated implementation of a repository on this database, created at the first call.
   *
   * @param type an interface whose {@code @Database} names the schema of this database
   * @param <R> the interface
   * @return the repository, always the same, safe for all threads
   * @throws RepositoryNotFoundException when the build has generated none; the message says what is missing there
   * @throws ConverterNotFoundException when it needs a converter that the settings do not have
   * @throws IllegalArgumentException when the repository was compiled against another schema
   */
  public <R> R repository(Class<R> type) {
    return type.cast(repositories.computeIfAbsent(type, this::create));
  }

  private Object create(Class<?> type) {
    RepositoryFactory<?> factory = factories.of(type, toString());
    if (!factory.schema().equals(schema)) {
      throw new IllegalArgumentException("`" + type.getName() + "` is a repository of `"
          + factory.schema() + "`, and this database is one of `" + schema + "`");
    }
    return factory.create(this);
  }

  /**
   * Returns the way to run SQL that is known only at run time; repositories are for all other.
   *
   * @return safe for all threads
   */
  public Sql sql() {
    return new Sql(this);
  }

  /**
   * Returns what looks after the state of this database.
   *
   * @return safe for all threads
   */
  public Health health() {
    return new Health(this, pool, path());
  }

  /**
   * Returns what makes backups of this database, and restores them.
   *
   * @return safe for all threads
   */
  public Backups backups() {
    return new Backups(this, chain, used, pool, settings, factories);
  }

  /**
   * Reads which migrations the database has.
   *
   * @return what it has now, and how that agrees with the code
   * @throws dev.litmus.runtime.error.MigrationException when the table {@code _migrations} is another program's, or the
   *     repositories were compiled against a script, because others migrate the database
   * @throws DatabaseBusyException when no reader is free in time
   */
  public MigrationStatus migrations() {
    DeclaredDatabase declared = factories.declared(schema);
    if (declared != null) {
      throw declared.withoutMigrations("its migrations were asked for", "Ask what migrates it");
    }
    List<MigrationState> states = new ArrayList<>();
    try {
      pool.inspect(connection -> states.addAll(MigrationStates.read(connection, chain)));
    } catch (SQLException e) {
      throw Failures.of(this, null, e);
    }
    return MigrationStatus.of(schema, states, appliedAtOpen);
  }

  /**
   * Runs work in an IMMEDIATE transaction and commits it; rolls back when the work throws anything. Inside another
   * transaction that writes it is a savepoint: its failure undoes only its own part.
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
    return run(null, null, work);
  }

  /**
   * Runs work in an IMMEDIATE transaction and commits it; rolls back when the work throws anything. Inside another
   * transaction that writes it is a savepoint: its failure undoes only its own part.
   *
   * @param action runs on the calling thread; everything it does on this database is part of the transaction
   * @param <X> what the work throws besides unchecked exceptions
   * @throws X what the work threw
   * @throws DatabaseBusyException when the writer is not free in time
   */
  public <X extends Exception> void transaction(TransactionAction<X> action) throws X {
    run(null, null, asWork(action));
  }

  /**
   * Runs work in a transaction and commits it; rolls back when the work throws anything. Inside another transaction it is
   * a savepoint: its failure undoes only its own part.
   *
   * @param options its mode, its time limit, and whether it is run again after a failure that this can cure
   * @param work runs on the calling thread; everything it does on this database is part of the transaction
   * @param <T> the result
   * @param <X> what the work throws besides unchecked exceptions
   * @return the result of the work
   * @throws X what the work threw
   * @throws TransactionException when the mode is stronger than that of the transaction around it
   * @throws dev.litmus.runtime.error.StatementTimeoutException when its time is over
   * @throws DatabaseBusyException when the writer, or a reader, is not free in time
   */
  public <T extends @Nullable Object, X extends Exception> T transaction(
      TransactionOptions options, TransactionWork<T, X> work) throws X {
    int attempts = pool.isInUse() ? 1 : options.attempts();
    for (int attempt = 1; ; attempt++) {
      try {
        return run(options.mode().mode(), options.timeout(), work);
      } catch (LitmusException e) {
        if (attempt >= attempts || !e.isRetriable()) {
          throw e;
        }
      }
    }
  }

  /**
   * Runs work in a transaction and commits it; rolls back when the work throws anything. Inside another transaction it is
   * a savepoint: its failure undoes only its own part.
   *
   * @param options its mode, its time limit, and whether it is run again after a failure that this can cure
   * @param action runs on the calling thread; everything it does on this database is part of the transaction
   * @param <X> what the work throws besides unchecked exceptions
   * @throws X what the work threw
   * @throws TransactionException when the mode is stronger than that of the transaction around it
   * @throws dev.litmus.runtime.error.StatementTimeoutException when its time is over
   * @throws DatabaseBusyException when the writer, or a reader, is not free in time
   */
  public <X extends Exception> void transaction(
      TransactionOptions options, TransactionAction<X> action) throws X {
    transaction(options, asWork(action));
  }

  /**
   * Runs work in an IMMEDIATE transaction, as {@link #transaction(TransactionWork)} does, and returns how it went instead
   * of throwing. Only an {@link Error} is thrown on.
   *
   * @param work runs on the calling thread; everything it does on this database is part of the transaction
   * @param <T> the result
   * @return the result of the work, or what was thrown
   */
  public <T extends @Nullable Object> Result<T> tryTransaction(TransactionWork<T, ?> work) {
    try {
      return new Result.Ok<>(run(null, null, work));
    } catch (Exception e) {
      return new Result.Err<>(e);
    }
  }

  private static <X extends Exception> TransactionWork<Boolean, X> asWork(
      TransactionAction<X> action) {
    return () -> {
      action.run();
      return true;
    };
  }

  private <T extends @Nullable Object, X extends Exception> T run(
      @Nullable Mode mode, @Nullable Duration limit, TransactionWork<T, X> work) throws X {
    try (Transaction transaction = begin(mode, limit)) {
      T result = work.run();
      transaction.commit();
      return result;
    }
  }

  /**
   * Begins a transaction that writes: an IMMEDIATE one, or a savepoint of the one that the thread is in. Close it on every
   * path.
   *
   * @return the open transaction, for this thread alone
   * @throws TransactionException when the thread is in a READ transaction, or still reads a result outside one
   * @throws DatabaseBusyException when the writer is not free in time
   * @throws dev.litmus.runtime.error.DatabaseClosedException after the database was closed
   */
  public Transaction begin() {
    return begin(null, null);
  }

  /**
   * Begins a transaction on the calling thread, a savepoint when the thread is in one already. Close it on every path.
   *
   * @param mode what it may do
   * @return the open transaction, for this thread alone
   * @throws TransactionException when the mode is stronger than that of the transaction around it, the thread still reads
   *     a result outside a transaction that writes, or it writes in another database
   * @throws DatabaseBusyException when the writer, or a reader, is not free in time
   * @throws dev.litmus.runtime.error.DatabaseClosedException after the database was closed
   */
  public Transaction begin(TransactionMode mode) {
    return begin(Objects.requireNonNull(mode, "mode").mode(), null);
  }

  private Transaction begin(@Nullable Mode mode, @Nullable Duration limit) {
    try {
      return new Transaction(this, pool.begin(mode, limit));
    } catch (SQLException e) {
      throw Failures.of(this, null, e);
    }
  }

  /**
   * Makes the innermost transaction of the calling thread roll back when it would be committed; a savepoint rolls back its
   * own part only. What it runs meanwhile still runs.
   *
   * @throws TransactionException when the thread is in no transaction
   */
  public void rollbackOnly() {
    pool.current(null, "Call it inside one").setRollbackOnly();
  }

  /**
   * Runs something once the outermost transaction of the calling thread is committed and its connection given back, on
   * the same thread, in the order of these calls. Never runs when the part of the transaction that it was called in is
   * rolled back.
   *
   * @param action may use the database, in transactions of its own; what it throws undoes nothing and reaches the
   *     caller of the commit as {@link dev.litmus.runtime.error.AfterCommitException}
   * @throws TransactionException when the thread is in no transaction
   */
  public void afterCommit(Runnable action) {
    pool.current(null, "Call it inside one").afterCommit(Objects.requireNonNull(action, "action"));
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
   * Begins a batch in one transaction, a savepoint when the thread is in one already. For generated code.
   *
   * @param statement a constant that writes
   * @return the batch, for the calling thread alone
   */
  public Batch batch(SqlStatement statement) {
    return batch(statement, 0);
  }

  /**
   * Begins a batch that commits each time a number of items is done. For generated code.
   *
   * @param statement a constant that writes
   * @param chunk the number; 0 for all items in one transaction
   * @return the batch, for the calling thread alone
   */
  public Batch batch(SqlStatement statement, int chunk) {
    return new Batch(this, statement, chunk, pool.isInTransaction());
  }

  /**
   * Lends a statement to a stream, which closes it when it has come to its end, or with the innermost transaction of the
   * thread. For generated code.
   *
   * @param statement a constant that reads
   * @param reader makes of each row an element
   * @param <T> the elements
   * @return the stream, not open yet, for the calling thread alone
   * @throws TransactionException when the thread is in no transaction
   */
  public <T extends @Nullable Object> RowStream<T> stream(
      SqlStatement statement, RowReader<T> reader) {
    Scope scope = pool.current(
        statement.name(), "Open and read the stream inside `transaction`, or return a List");
    try {
      return new RowStream<>(this, statement, read(statement), reader, scope);
    } catch (SQLException e) {
      throw failure(statement, e);
    }
  }

  /**
   * Returns the converter that the settings have of a class. For generated code, which asks when a repository is created.
   *
   * @param type exactly its class
   * @param <C> its class
   * @return the object that {@link DatabaseSettings.Builder#converter} was given
   * @throws ConverterNotFoundException when it was given none; the message has the line to write
   */
  public <C extends ColumnConverter<?, ?>> C converter(Class<C> type) {
    return settings.converters().of(type, schema);
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

  /**
   * Returns the exception for a query whose rows have a key twice. For generated code.
   *
   * @param statement the query
   * @return the exception to throw
   */
  public DuplicateKeyException duplicateKey(SqlStatement statement) {
    return new DuplicateKeyException(schema, statement.name());
  }

  /** Whether the calling thread writes here. */
  boolean isWriting() {
    return pool.isWriting();
  }

  boolean isClosing() {
    return pool.isClosing();
  }

  /** Whether messages list what was bound. */
  boolean showsArguments() {
    return settings.showsArguments();
  }

  private @Nullable Path path() {
    return used == null ? null : used.path();
  }

  /** What messages call the file. */
  String place() {
    return used == null ? "the database in memory" : used.path().toString();
  }

  /** The order in which the locks of several databases are taken, the same in all threads. */
  long order() {
    return order;
  }

  /**
   * Closes it: refuses new work, wakes who waits for a connection, gives running work 5 seconds, interrupts it, and gives
   * it 2 more. What a thread still holds then is closed when that thread lets go of it; until then the file counts as
   * open. What a thread holds that has died is not waited for: it is rolled back and closed; closing a second time does
   * that with what has died since, and nothing else. A transaction of the calling thread is not waited for: it is rolled
   * back when it ends.
   */
  @Override
  public void close() {
    close(null);
  }

  /** Closes it within a time of the caller's; null for the usual. */
  void close(@Nullable Patience patience) {
    try {
      String holders = pool.close(patience);
      if (holders != null) {
        LOG.log(
            Level.WARNING,
            "{0}: still used, and closed when they let go of it, by {1}",
            schema,
            holders);
      }
    } catch (SQLException e) {
      LitmusException failure = Failures.of(this, null, e);
      LOG.log(Level.ERROR, schema + ": failed to close", failure);
      throw failure;
    }
  }

  @Override
  public String toString() {
    return schema + " (" + (used == null ? "in memory" : used.path()) + ")";
  }
}
