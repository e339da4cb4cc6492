package dev.litmus.runtime;

import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.BackupOptions;
import dev.litmus.runtime.error.BackupException;
import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseClosedException;
import dev.litmus.runtime.error.DatabaseNotFoundException;
import dev.litmus.runtime.error.DatabaseUnavailableException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.RepositoryNotFoundException;
import dev.litmus.runtime.health.DatabaseStatistics;
import dev.litmus.runtime.health.IntegrityDepth;
import dev.litmus.runtime.health.IntegrityReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The databases of an application, opened and closed together: one file per schema that its repositories were compiled
 * against. Open it once, when the application starts, and close it when it ends. Safe for all threads.
 */
public final class Databases implements AutoCloseable {

  private final String place;
  private final Map<String, SqliteDatabase> opened;
  private final Map<String, LitmusException> unavailable;
  private final Repositories repositories;
  private final @Nullable ShutdownHook hook;
  private volatile boolean closed;

  Databases(
      String place,
      Map<String, SqliteDatabase> opened,
      Map<String, LitmusException> unavailable,
      Repositories repositories,
      @Nullable Duration closingOnShutdown) {
    this.place = place;
    this.opened = Collections.unmodifiableMap(opened);
    this.unavailable = Map.copyOf(unavailable);
    this.repositories = repositories;
    this.hook = closingOnShutdown == null
        ? null
        : ShutdownHook.register(place, this.opened, closingOnShutdown);
  }

  /**
   * Opens {@code <schema>.sqlite} for every schema of the generated repositories that the thread's context class loader
   * sees, and applies the migrations that are embedded beside them. Missing files are created, readable for their owner
   * alone, as is the directory. When one database cannot be opened, none stays open.
   *
   * @param directory where the files are
   * @return the open databases, to be closed by the caller
   * @throws dev.litmus.runtime.error.DatabaseOpenException when a file is no database, is open already in this process,
   *     or a setting does not hold
   * @throws dev.litmus.runtime.error.MigrationException when a database cannot be brought to the version of the code
   * @throws dev.litmus.runtime.error.DatabaseBusyException when another process holds a file's lock for 5 seconds
   */
  public static Databases open(Path directory) {
    return builder(directory).open();
  }

  /**
   * Begins to describe how the databases are opened.
   *
   * @param directory where the files are, or are to be created
   * @return a builder
   */
  public static Builder builder(Path directory) {
    return new Builder(directory);
  }

  /**
   * Opens a new, empty, migrated database in memory for each schema, for tests; see {@link SqliteDatabase#inMemory}.
   *
   * @return the open databases, to be closed by the caller
   */
  public static Databases inMemory() {
    return inMemory(DatabaseSettings.DEFAULT);
  }

  /**
   * Opens a new, empty, migrated database in memory for each schema, for tests; see {@link SqliteDatabase#inMemory}.
   *
   * @param settings how they are opened; what is about files and several connections has no effect
   * @return the open databases, to be closed by the caller
   * @throws dev.litmus.runtime.error.MigrationException when they are to be read-only or verified, and so would stay empty
   */
  public static Databases inMemory(DatabaseSettings settings) {
    return new Builder(null).settings(settings).open();
  }

  /**
   * Returns one of the databases.
   *
   * @param schema the name of its folder of migrations, for example {@code chat}
   * @return the open database
   * @throws DatabaseNotFoundException when there is none of that name; the message lists those there are
   * @throws DatabaseUnavailableException when it is {@link OpenPolicy#OPTIONAL} and could not be opened; the cause says
   *     why
   * @throws DatabaseClosedException after {@link #close}
   */
  public SqliteDatabase get(String schema) {
    LitmusException reason = unavailable.get(schema);
    if (reason != null) {
      throw new DatabaseUnavailableException(
          schema,
          null,
          "the database could not be opened: " + reason.getMessage(),
          "The application may go on without it; cure the cause and open the databases again",
          reason);
    }
    SqliteDatabase database = opened.get(schema);
    if (database == null) {
      throw new DatabaseNotFoundException(
          schema,
          "there is no such database here; there are " + schemas(),
          "Call it by the name of its folder of migrations",
          null);
    }
    checkOpen(schema);
    return database;
  }

  /**
   * Returns the names of the databases, also of those that are unavailable.
   *
   * @return in alphabetical order
   */
  public Set<String> schemas() {
    Set<String> all = new TreeSet<>(opened.keySet());
    all.addAll(unavailable.keySet());
    return Collections.unmodifiableSet(all);
  }

  /**
   * Returns the generated implementation of a repository, created at the first call.
   *
   * @param type the interface with the {@code @Database} annotation
   * @param <R> the interface
   * @return the repository, always the same, safe for all threads
   * @throws RepositoryNotFoundException when the build has generated none; the message says what is missing there
   * @throws dev.litmus.runtime.error.ConverterNotFoundException when it needs a converter that the settings do not have
   * @throws DatabaseUnavailableException when its database could not be opened
   * @throws DatabaseClosedException after {@link #close}
   */
  public <R> R repository(Class<R> type) {
    checkOpen(place);
    return get(repositories.of(type, place).schema()).repository(type);
  }

  /**
   * Reads which migrations each database has, one after the other.
   *
   * @return what each has now, by the name of its schema; without those that are unavailable, or that Litmus does not migrate
   * @throws dev.litmus.runtime.error.MigrationException when a table {@code _migrations} is another program's
   * @throws dev.litmus.runtime.error.DatabaseBusyException when no reader is free in time
   * @throws DatabaseClosedException after {@link #close}
   */
  public Map<String, MigrationStatus> migrations() {
    checkOpen(place);
    Map<String, MigrationStatus> all = new LinkedHashMap<>();
    opened.forEach((schema, database) -> {
      if (repositories.declared(schema) == null) {
        all.put(schema, database.migrations());
      }
    });
    return Collections.unmodifiableMap(all);
  }

  /**
   * Checks each database, one after the other, as {@link Health#check} does.
   *
   * @param depth how thoroughly
   * @return what is wrong, by the name of the schema, in alphabetical order; without those that are unavailable
   * @throws DatabaseClosedException after {@link #close}
   */
  public Map<String, IntegrityReport> check(IntegrityDepth depth) {
    return ofEach(database -> database.health().check(depth));
  }

  /**
   * Reads how large each database is, as {@link Health#statistics} does.
   *
   * @return by the name of the schema, in alphabetical order; without those that are unavailable
   * @throws DatabaseClosedException after {@link #close}
   */
  public Map<String, DatabaseStatistics> statistics() {
    return ofEach(database -> database.health().statistics());
  }

  private <T> Map<String, T> ofEach(Function<SqliteDatabase, T> look) {
    checkOpen(place);
    Map<String, T> all = new LinkedHashMap<>();
    opened.forEach((schema, database) -> all.put(schema, look.apply(database)));
    return Collections.unmodifiableMap(all);
  }

  /**
   * Makes a backup of each database, one after the other, as {@link Backups#create} does. Each is consistent in itself, and each
   * is of a moment of its own: what was written to two databases between two of them is in one backup and not in the other.
   * To have all of one moment, call this inside {@link Transactions#across} all of them, which keeps their writers waiting until
   * it is done. When one fails, the others are made all the same.
   *
   * @param directory where they go; created when it is missing, for its owner alone
   * @param options how they are made
   * @return by the name of the schema, in alphabetical order; without those that are unavailable
   * @throws dev.litmus.runtime.error.BackupException when one cannot be made; the message says which were
   * @throws dev.litmus.runtime.error.StatementCancelledException when the thread is interrupted
   * @throws DatabaseClosedException after {@link #close}
   */
  public Map<String, Backup> backup(Path directory, BackupOptions options) {
    checkOpen(place);
    Map<String, Backup> made = new LinkedHashMap<>();
    Map<String, LitmusException> failed = new LinkedHashMap<>();
    opened.forEach((schema, database) -> {
      try {
        made.put(schema, database.backups().create(directory, options));
      } catch (BackupException | DatabaseBusyException e) {
        failed.put(schema, e);
      }
    });
    if (!failed.isEmpty()) {
      throw incomplete(made, failed);
    }
    return Collections.unmodifiableMap(made);
  }

  private static BackupException incomplete(
      Map<String, Backup> made, Map<String, LitmusException> failed) {
    LitmusException first = failed.values().iterator().next();
    String others = made.isEmpty()
        ? "and none of the others"
        : "and there are backups of the others, " + made.keySet();
    BackupException all = new BackupException(
        String.join("`, `", failed.keySet()),
        "not backed up, " + others + "; the first reason: " + first.getMessage(),
        null,
        first);
    failed.values().stream().skip(1).forEach(all::addSuppressed);
    return all;
  }

  private void checkOpen(String name) {
    if (closed) {
      throw new DatabaseClosedException(name, null, "the database is closed", null, null);
    }
  }

  /**
   * Closes the databases, the one opened last first: refuses new work, wakes who waits for a connection, gives running
   * work 5 seconds, interrupts it, and gives it 2 more. What a thread still holds then is closed when that thread lets go
   * of it; until then the file counts as open. What a thread holds that has died is not waited for: it is rolled back and
   * closed; closing a second time does that with what has died since, and nothing else. A transaction of the calling thread
   * is not waited for: it is rolled back when it ends.
   */
  @Override
  public void close() {
    closed = true;
    if (hook != null) {
      hook.unregister();
    }
    RuntimeException failure = Closing.all(opened.values(), SqliteDatabase::close);
    if (failure != null) {
      throw failure;
    }
  }

  /** Describes how databases are opened. For one thread. */
  public static final class Builder {

    private final @Nullable Path directory;
    private final DatabasesOpener opener = new DatabasesOpener();

    Builder(@Nullable Path directory) {
      this.directory = directory;
    }

    /**
     * Sets how every database is opened that has no settings of its own.
     *
     * @param settings the settings
     * @return this
     */
    public Builder settings(DatabaseSettings settings) {
      opener.settings(settings);
      return this;
    }

    /**
     * Sets how one database is opened.
     *
     * @param schema the name of its folder of migrations
     * @param settings the settings
     * @return this
     */
    public Builder settings(String schema, DatabaseSettings settings) {
      opener.settings(schema, settings);
      return this;
    }

    /**
     * Limits the memory that the page caches of all connections of all databases may take together. Databases with a
     * {@link DatabaseSettings.Builder#cacheSize} get that; the rest is shared out evenly among the others. Without a
     * budget each database has 16 MiB.
     *
     * @param bytes positive
     * @return this
     * @throws IllegalArgumentException when it is not
     */
    public Builder memoryBudget(long bytes) {
      opener.memoryBudget(bytes);
      return this;
    }

    /**
     * Closes the databases when the process ends: normally, by Ctrl-C, or by a signal that asks it to end, such as
     * SIGTERM. Java runs all shutdown hooks at once, in no order: what others still write has to be done within the limit.
     * Opening them so is refused while the process ends already.
     *
     * @param limit how long running work is given in all, before the process ends
     * @return this
     * @throws IllegalArgumentException when it is not positive
     */
    public Builder closeOnShutdown(Duration limit) {
      opener.closeOnShutdown(limit);
      return this;
    }

    /** For tests: which repositories there are, instead of looking for them. */
    Builder repositories(Repositories known) {
      opener.repositories(known);
      return this;
    }

    /**
     * Opens the databases; when a required one cannot be opened, none stays open.
     *
     * @return the open databases, to be closed by the caller
     * @throws DatabaseNotFoundException when there are settings for a schema that no repository was compiled against
     * @throws dev.litmus.runtime.error.DatabaseOpenException when a file is no database, is open already in this
     *     process, or a setting does not hold; when they are to be closed on shutdown, and the process is ending already
     * @throws dev.litmus.runtime.error.MigrationException when a database cannot be brought to the version of the code
     * @throws dev.litmus.runtime.error.DatabaseBusyException when another process holds a file's lock for too long
     */
    public Databases open() {
      return opener.open(directory);
    }
  }
}
