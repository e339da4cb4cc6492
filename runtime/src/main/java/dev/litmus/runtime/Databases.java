package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseClosedException;
import dev.litmus.runtime.error.DatabaseNotFoundException;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.RepositoryNotFoundException;
import dev.litmus.runtime.internal.connection.Patience;
import dev.litmus.runtime.internal.file.PrivateFiles;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The databases of an application, opened and closed together: one file per schema that its repositories were compiled
 * against. Open it once, when the application starts, and close it when it ends. Safe for all threads.
 */
public final class Databases implements AutoCloseable {

  private final Path directory;
  private final Map<String, SqliteDatabase> databases;
  private final Map<Class<?>, RepositoryFactory<?>> factories;
  private final Map<Class<?>, Object> repositories = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private Databases(
      Path directory,
      Map<String, SqliteDatabase> databases,
      Map<Class<?>, RepositoryFactory<?>> factories) {
    this.directory = directory;
    this.databases = databases;
    this.factories = factories;
  }

  /**
   * Opens {@code <schema>.sqlite} for every schema of the generated repositories that the thread's context class loader
   * sees, and applies the migrations that are embedded beside them. Missing files are created, readable for their owner
   * alone, as is the directory. When one database cannot be opened, none stays open.
   *
   * @param directory where the files are
   * @return the open databases, to be closed by the caller
   * @throws DatabaseOpenException when a file is no database, is open already in this process, or a setting does not
   *     hold
   * @throws dev.litmus.runtime.error.MigrationException when a database cannot be brought to the version of the code
   * @throws dev.litmus.runtime.error.DatabaseBusyException when another process holds a file's lock for 5 seconds
   */
  public static Databases open(Path directory) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context != null ? context : Databases.class.getClassLoader();
    List<RepositoryFactory<?>> factories = new ArrayList<>();
    try {
      for (RepositoryFactory<?> factory : ServiceLoader.load(RepositoryFactory.class, loader)) {
        factories.add(factory);
      }
    } catch (ServiceConfigurationError e) {
      throw new DatabaseOpenException(
          directory.toString(),
          "a registered repository cannot be loaded: " + e.getMessage(),
          "Build the project from clean",
          e);
    }
    return open(directory, factories, Patience.DEFAULT);
  }

  static Databases open(
      Path directory, Iterable<? extends RepositoryFactory<?>> factories, Patience patience) {
    Map<Class<?>, RepositoryFactory<?>> byInterface = new LinkedHashMap<>();
    Map<String, RepositoryFactory<?>> bySchema = new TreeMap<>();
    for (RepositoryFactory<?> factory : factories) {
      byInterface.putIfAbsent(factory.repository(), factory);
      bySchema.putIfAbsent(factory.schema(), factory);
    }
    // All chains first: an invalid one is found before any file is touched.
    List<MigrationChain> chains = new ArrayList<>();
    bySchema.forEach((schema, factory) -> chains.add(EmbeddedMigrations.read(schema, factory)));
    SqliteDatabase.refuseOptions(directory.toString(), directory);
    Path real = createDirectory(directory);
    return new Databases(real, openAll(chains, real, patience), Map.copyOf(byInterface));
  }

  private static Path createDirectory(Path directory) {
    try {
      return PrivateFiles.createDirectory(directory.toAbsolutePath());
    } catch (IOException e) {
      throw new DatabaseOpenException(
          directory.toString(),
          "cannot use the directory: " + e.getMessage(),
          "Check its path and its owner",
          e);
    }
  }

  private static Map<String, SqliteDatabase> openAll(
      List<MigrationChain> chains, Path directory, Patience patience) {
    Map<String, SqliteDatabase> opened = new LinkedHashMap<>();
    try {
      for (MigrationChain chain : chains) {
        opened.put(chain.schema(), SqliteDatabase.open(chain, directory, patience));
      }
      return Collections.unmodifiableMap(opened);
    } catch (RuntimeException | Error e) {
      for (SqliteDatabase database : opened.values()) {
        try {
          database.close();
        } catch (RuntimeException late) {
          e.addSuppressed(late);
        }
      }
      throw e;
    }
  }

  /**
   * Returns one of the databases.
   *
   * @param schema the name of its folder of migrations, for example {@code chat}
   * @return the open database
   * @throws DatabaseNotFoundException when there is none of that name; the message lists those there are
   * @throws DatabaseClosedException after {@link #close}
   */
  public SqliteDatabase get(String schema) {
    SqliteDatabase database = databases.get(schema);
    if (database == null) {
      throw new DatabaseNotFoundException(
          schema,
          "there is no such database here; there are " + databases.keySet(),
          "Call it by the name of its folder of migrations",
          null);
    }
    checkOpen(schema);
    return database;
  }

  /**
   * Returns the generated implementation of a repository, created at the first call.
   *
   * @param type the interface with the {@code @Database} annotation
   * @param <R> the interface
   * @return the repository, always the same, safe for all threads
   * @throws RepositoryNotFoundException when the build has generated none; the message says what is missing there
   * @throws DatabaseClosedException after {@link #close}
   */
  public <R> R repository(Class<R> type) {
    checkOpen(directory.toString());
    return type.cast(repositories.computeIfAbsent(type, this::create));
  }

  private Object create(Class<?> type) {
    RepositoryFactory<?> factory = factories.get(type);
    if (factory == null) {
      throw new RepositoryNotFoundException(directory.toString(), type);
    }
    return create(factory);
  }

  private <R> R create(RepositoryFactory<R> factory) {
    return factory.create(get(factory.schema()));
  }

  private void checkOpen(String name) {
    if (closed) {
      throw new DatabaseClosedException(name, null, "the database is closed", null, null);
    }
  }

  /**
   * Closes the databases: refuses new work, wakes who waits for a connection, gives running work 5 seconds, interrupts
   * it, and gives it 2 more. What a thread still holds then is closed when that thread lets go of it; until then the
   * file counts as open. A transaction of the calling thread is not waited for: it is rolled back. Does nothing the second
   * time.
   */
  @Override
  public void close() {
    closed = true;
    RuntimeException failure = null;
    for (SqliteDatabase database : databases.values()) {
      try {
        database.close();
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
