package dev.litmus.runtime;

import dev.litmus.runtime.fault.FaultPlan;
import dev.litmus.runtime.internal.connection.Patience;
import dev.litmus.runtime.internal.connection.PoolSettings;
import dev.litmus.runtime.internal.driver.ApplicationCode;
import dev.litmus.runtime.internal.driver.BusyWait;
import dev.litmus.runtime.internal.driver.ConnectionSettings;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationContext;
import dev.litmus.runtime.internal.migration.MigrationObserver;
import dev.litmus.runtime.internal.migration.MigrationOptions;
import dev.litmus.runtime.migration.MigrationCallback;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a database is opened and used. What SQLite is asked for is read back on each connection: a setting that does not
 * hold fails the opening. Immutable; {@link #DEFAULT} with changes: {@code DatabaseSettings.DEFAULT.with(s ->
 * s.durability(Durability.FULL))}.
 */
public final class DatabaseSettings {

  /** What applies unless something else is said: each method of {@link Builder} tells its part. */
  public static final DatabaseSettings DEFAULT = new DatabaseSettings(new Builder());

  private static final long KIB = 1024;

  private final Builder values;

  private DatabaseSettings(Builder values) {
    this.values = values;
  }

  /**
   * Returns these settings with changes.
   *
   * @param changes is given a builder that holds these settings
   * @return the changed settings
   */
  public DatabaseSettings with(Consumer<Builder> changes) {
    Builder changed = new Builder(values);
    changes.accept(changed);
    // A copy: the builder may have been kept.
    return new DatabaseSettings(new Builder(changed));
  }

  /**
   * Returns how long the application waits: for the writer or a reader, and for another process's lock.
   *
   * @return the limit
   */
  public Duration busyTimeout() {
    return values.busyTimeout;
  }

  /**
   * Returns how long one piece of work may take.
   *
   * @return the limit, or null when there is none
   */
  public @Nullable Duration timeout() {
    return values.timeout;
  }

  MigrationMode migrations() {
    return values.migrations;
  }

  /** What migrating a database needs besides it; the file is null for one in memory. */
  MigrationContext migrationContext(
      MigrationChain chain, @Nullable Path file, ApplicationCode code, MigrationObserver observer) {
    Path directory = values.migrationBackups;
    MigrationOptions.Saving saving = file == null || directory == null
        ? MigrationOptions.NONE.saving()
        : new MigrationBackup(chain.schema(), file, directory, pool(code).connection());
    return new MigrationContext(
        chain,
        new MigrationOptions(values.lateMigrations, values.callbacks.of(chain), saving),
        observer,
        () -> code.openMemory(new Properties()),
        BusyWait.forMigrations());
  }

  /** Refuses code for migrations that there are not. */
  void checkCallbacks(MigrationChain chain) {
    values.callbacks.of(chain);
  }

  /** Those who are told what happens; none when nobody is to be. */
  Listeners listeners() {
    return new Listeners(values.listeners);
  }

  OpenPolicy policy() {
    return values.policy;
  }

  boolean isReadOnly() {
    return values.readOnly;
  }

  boolean isWal() {
    return values.wal;
  }

  boolean showsArguments() {
    return values.showArguments;
  }

  /** In bytes, for all connections together; 0 when nothing was said. */
  long cacheSize() {
    return values.cacheBytes;
  }

  Converters converters() {
    return values.converters;
  }

  /** How many connections there are at most. */
  int connections() {
    return values.readOnly ? values.readers : values.readers + 1;
  }

  /** What the application brings to each connection. */
  ApplicationCode with(ApplicationCode code) {
    return code.with(values.extensions);
  }

  /** The settings of the pool; the cache is shared out among its connections. */
  PoolSettings pool(ApplicationCode code) {
    long cache = values.cacheBytes > 0 ? values.cacheBytes : Builder.DEFAULT_CACHE;
    ConnectionSettings connection = new ConnectionSettings(
        values.wal,
        values.foreignKeys,
        values.durability.synchronous(values.wal),
        values.busyTimeout,
        Math.max(1, cache / connections() / KIB),
        values.logBytes,
        values.mmapBytes,
        code);
    Patience patience = new Patience(values.busyTimeout, values.grace, values.interrupted);
    return new PoolSettings(
        connection,
        patience,
        values.readers,
        values.preparedStatements,
        values.timeout,
        values.readOnly,
        values.listeners.isEmpty() ? null : listeners(),
        values.faults);
  }

  /** Collects settings. For one thread. */
  public static final class Builder {

    private static final long DEFAULT_CACHE = 16L << 20;
    private static final long DEFAULT_LOG = 16L << 20;

    private boolean wal = true;
    private boolean foreignKeys = true;
    private boolean readOnly;
    private boolean showArguments;
    private boolean lateMigrations;
    private MigrationCallbacks callbacks = MigrationCallbacks.NONE;
    private @Nullable Path migrationBackups;
    private Durability durability = Durability.NORMAL;
    private MigrationMode migrations = MigrationMode.APPLY;
    private OpenPolicy policy = OpenPolicy.REQUIRED;
    private Duration busyTimeout = Patience.DEFAULT.acquire();
    private Duration grace = Patience.DEFAULT.grace();
    private Duration interrupted = Patience.DEFAULT.interrupted();
    private @Nullable Duration timeout;
    private long cacheBytes;
    private long logBytes = DEFAULT_LOG;
    private long mmapBytes;
    private int readers = 4;
    private int preparedStatements = 256;
    private List<DatabaseListener> listeners = List.of();
    private Converters converters = Converters.NONE;
    private List<Path> extensions = List.of();
    private @Nullable FaultPlan faults;

    private Builder() {}

    private Builder(Builder other) {
      wal = other.wal;
      foreignKeys = other.foreignKeys;
      readOnly = other.readOnly;
      showArguments = other.showArguments;
      lateMigrations = other.lateMigrations;
      callbacks = other.callbacks;
      migrationBackups = other.migrationBackups;
      durability = other.durability;
      migrations = other.migrations;
      policy = other.policy;
      busyTimeout = other.busyTimeout;
      grace = other.grace;
      interrupted = other.interrupted;
      timeout = other.timeout;
      cacheBytes = other.cacheBytes;
      logBytes = other.logBytes;
      mmapBytes = other.mmapBytes;
      readers = other.readers;
      preparedStatements = other.preparedStatements;
      listeners = other.listeners;
      converters = other.converters;
      extensions = other.extensions;
      faults = other.faults;
    }

    /**
     * Sets whether the file has a <a href="https://sqlite.org/wal.html">write-ahead log</a>, so that readers and the
     * writer do not wait for each other. On by default. Without it a commit waits until no reader is in the way, at most
     * the busy timeout.
     *
     * @param wanted false for a rollback journal
     * @return this
     */
    public Builder wal(boolean wanted) {
      this.wal = wanted;
      return this;
    }

    /**
     * Sets whether foreign keys are enforced. On by default. A migration that makes rows which violate them is then
     * refused; without, it is not.
     *
     * @param enforced false to ignore them
     * @return this
     */
    public Builder foreignKeys(boolean enforced) {
      this.foreignKeys = enforced;
      return this;
    }

    /**
     * Sets what a commit promises when the power fails; NORMAL by default.
     *
     * @param promised FULL for data that must not be lost once it is acknowledged
     * @return this
     */
    public Builder durability(Durability promised) {
      this.durability = promised;
      return this;
    }

    /**
     * Opens the database for reading alone: the file must exist, and its migrations are verified instead of applied. Off
     * by default.
     *
     * @param wanted true to refuse every write
     * @return this
     */
    public Builder readOnly(boolean wanted) {
      this.readOnly = wanted;
      return this;
    }

    /**
     * Sets what opening does with migrations; APPLY by default.
     *
     * @param mode what to do
     * @return this
     */
    public Builder migrate(MigrationMode mode) {
      this.migrations = mode;
      return this;
    }

    /**
     * Accepts migrations that come late: not applied, although one of a higher version is, as when two branches of
     * development are merged. They are applied in the order of their versions. Off by default: they are refused, because
     * nobody has tried them on a database that has the later ones already.
     *
     * @param accepted true to apply them
     * @return this
     */
    public Builder acceptLateMigrations(boolean accepted) {
      this.lateMigrations = accepted;
      return this;
    }

    /**
     * Adds code that converts rows inside the transaction of a migration, for what SQL cannot do; none by default. Databases
     * of other schemas pay no attention to it.
     *
     * @param schema the name of the folder of migrations
     * @param version the migration; one that the schema does not have is refused when the database is opened
     * @param callback called after the statements of that migration, each time a database goes over it
     * @return this
     * @throws IllegalArgumentException when that version has a callback already
     */
    public Builder afterMigration(String schema, long version, MigrationCallback callback) {
      this.callbacks = callbacks.with(schema, version, callback);
      return this;
    }

    /**
     * Makes a {@linkplain Backups backup} of a database before migrations change it, or a {@link Migrator} rolls them back; none
     * by default. It is on the disk before the first change; when it fails, nothing is migrated. Of an empty database, or when
     * nothing is pending, there is none. Old ones stay: deleting them is for the caller.
     *
     * @param directory where they go, created when it is missing, for its owner alone; null for none
     * @return this
     */
    public Builder backupBeforeMigrating(@Nullable Path directory) {
      this.migrationBackups = directory == null ? null : directory.toAbsolutePath();
      return this;
    }

    /**
     * Sets what happens when this database cannot be opened; REQUIRED by default.
     *
     * @param wanted what to do
     * @return this
     */
    public Builder policy(OpenPolicy wanted) {
      this.policy = wanted;
      return this;
    }

    /**
     * Sets how long to wait for the writer, a reader, or another process's lock; 5 seconds by default.
     *
     * @param limit zero for not at all
     * @return this
     * @throws IllegalArgumentException when it is negative
     */
    public Builder busyTimeout(Duration limit) {
      if (limit.isNegative()) {
        throw new IllegalArgumentException("a negative busy timeout: " + limit);
      }
      this.busyTimeout = limit;
      return this;
    }

    /**
     * Sets how long a transaction, or a statement outside one, may take, waiting included; what runs then is ended and
     * rolled back. No limit by default.
     *
     * @param limit positive
     * @return this
     * @throws IllegalArgumentException when it is not
     */
    public Builder timeout(Duration limit) {
      if (limit.isNegative() || limit.isZero()) {
        throw new IllegalArgumentException("a timeout of " + limit + " leaves no time");
      }
      this.timeout = limit;
      return this;
    }

    /**
     * Sets how much memory the page caches of all its connections may take together; 16 MiB by default, or a share of
     * {@link Databases.Builder#memoryBudget}.
     *
     * @param bytes at least 1 KiB per connection
     * @return this
     * @throws IllegalArgumentException when it is not positive
     */
    public Builder cacheSize(long bytes) {
      this.cacheBytes = atLeast(1, bytes, "bytes of cache");
      return this;
    }

    /**
     * Sets at which size the write-ahead log is copied into the file; 16 MiB by default. A larger log makes many small writes
     * cheaper, and the one that has to copy it slower. It grows further while reads overlap: at four times the size, new reads
     * wait until those that run have ended, for a moment, so that it can begin anew.
     *
     * @param bytes of the log
     * @return this
     * @throws IllegalArgumentException when it is not positive
     */
    public Builder logSize(long bytes) {
      this.logBytes = atLeast(1, bytes, "bytes of log");
      return this;
    }

    /**
     * Sets how much of the file is <a href="https://sqlite.org/mmap.html">mapped into memory</a>; nothing by default.
     *
     * @param bytes 0 for nothing; SQLite's own limit is 2 GiB
     * @return this
     * @throws IllegalArgumentException when it is negative
     */
    public Builder mmapSize(long bytes) {
      this.mmapBytes = atLeast(0, bytes, "mapped bytes");
      return this;
    }

    /**
     * Sets how many connections read, so that as many threads can at once; 4 by default. A database in memory has a single
     * connection for everything.
     *
     * <p>A virtual thread keeps its carrier while SQLite works for it: with as many readers as there are cores, long queries
     * on virtual threads leave no carrier to others. docs/performance.md has figures and cures.
     *
     * @param count at least 1
     * @return this
     * @throws IllegalArgumentException when it is not positive
     */
    public Builder readers(int count) {
      this.readers = (int) atLeast(1, count, "readers");
      return this;
    }

    /**
     * Sets how many prepared statements each connection keeps; 256 by default. The one that was used longest ago makes
     * room.
     *
     * @param count at least 1
     * @return this
     * @throws IllegalArgumentException when it is not positive
     */
    public Builder preparedStatements(int count) {
      this.preparedStatements = (int) atLeast(1, count, "prepared statements");
      return this;
    }

    /**
     * Sets whether error messages show the values that a statement was given. Off by default: they may be anybody's
     * letters, and messages end up in logs.
     *
     * @param shown true while looking for a mistake
     * @return this
     */
    public Builder argumentsInErrors(boolean shown) {
      this.showArguments = shown;
      return this;
    }

    /**
     * Adds a listener to those there are; none by default. They are told in the order in which they were added.
     *
     * @param added is told of statements, waits and transactions, by all threads
     * @return this
     */
    public Builder listener(DatabaseListener added) {
      Objects.requireNonNull(added, "listener");
      this.listeners = Stream.concat(listeners.stream(), Stream.of(added)).toList();
      return this;
    }

    /**
     * Adds a converter that generated code cannot create: its class has no public constructor without parameters, because
     * it needs a key, a mapper, or the like. One object serves all repositories, threads and databases that are opened with
     * these settings. It takes the place of one of exactly the same class; none by default.
     *
     * @param added an object of the class that {@code @Converter} or {@code @Convert} names, and not of a subclass
     * @return this
     * @throws IllegalArgumentException when generated code would create an object of its own and never use this one
     */
    public Builder converter(ColumnConverter<?, ?> added) {
      this.converters = converters.with(added);
      return this;
    }

    /**
     * Adds a library of functions in another language, which every connection loads before anything else, also before
     * migrations run; none by default. Loading is off at all other times, so that SQL cannot load anything. Code in it can
     * do whatever this process can. The functions that SQL is to call are declared by a native method with {@code
     * @SqlFunction}.
     *
     * @param library its file, of which the system's ending may be left out
     * @return this
     * @see <a href="https://sqlite.org/loadext.html">run-time loadable extensions</a>
     */
    public Builder extension(Path library) {
      Path added = library.toAbsolutePath();
      this.extensions = Stream.concat(extensions.stream(), Stream.of(added)).toList();
      return this;
    }

    /**
     * Has statements fail on purpose, for tests; none by default.
     *
     * @param plan says which
     * @return this
     */
    public Builder faults(FaultPlan plan) {
      this.faults = plan;
      return this;
    }

    /**
     * Sets how long closing waits for running work.
     *
     * @param running 5 seconds by default; then it is interrupted
     * @param stopping 2 seconds by default, for what was interrupted; then it is left to its thread
     * @return this
     * @throws IllegalArgumentException when one is negative
     */
    public Builder closeTimeout(Duration running, Duration stopping) {
      if (running.isNegative() || stopping.isNegative()) {
        throw new IllegalArgumentException(
            "a negative time to close: " + running + ", " + stopping);
      }
      this.grace = running;
      this.interrupted = stopping;
      return this;
    }

    private static long atLeast(long least, long value, String what) {
      if (value < least) {
        throw new IllegalArgumentException(
            value + " " + what + ": there must be at least " + least);
      }
      return value;
    }
  }
}
