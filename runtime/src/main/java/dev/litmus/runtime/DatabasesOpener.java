package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseNotFoundException;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.internal.file.DatabasePath;
import dev.litmus.runtime.internal.file.FileProblem;
import dev.litmus.runtime.internal.file.FileSeam;
import dev.litmus.runtime.internal.file.RefusedPathException;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Opens the databases of an application: each by its settings, with its share of the memory, as its policy says. */
final class DatabasesOpener {

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");

  private final Map<String, DatabaseSettings> own = new TreeMap<>();
  private DatabaseSettings common = DatabaseSettings.DEFAULT;
  private @Nullable Repositories known;
  private @Nullable Duration shutdownLimit;
  private long budget;

  void settings(DatabaseSettings settings) {
    common = settings;
  }

  void settings(String schema, DatabaseSettings settings) {
    own.put(schema, settings);
  }

  void repositories(Repositories repositories) {
    known = repositories;
  }

  void memoryBudget(long bytes) {
    if (bytes <= 0) {
      throw new IllegalArgumentException("a memory budget of " + bytes + " bytes");
    }
    budget = bytes;
  }

  void closeOnShutdown(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("a limit of " + limit + " leaves no time to close");
    }
    shutdownLimit = limit;
  }

  /** Opens them; in memory when there is no directory. */
  Databases open(@Nullable Path directory) {
    String place = directory == null ? "in memory" : directory.toString();
    Repositories repositories = known == null ? Repositories.find(place) : known;
    Map<String, DatabaseSettings> settings = settingsOf(repositories);
    // All chains first: an invalid one is found before any file is touched.
    Map<String, MigrationChain> chains = new LinkedHashMap<>();
    repositories.schemas().forEach(schema -> chains.put(schema, repositories.chain(schema)));
    Path real = directory == null ? null : createDirectory(place, directory);
    Map<String, SqliteDatabase> opened = new LinkedHashMap<>();
    Map<String, LitmusException> unavailable = new LinkedHashMap<>();
    try {
      for (MigrationChain chain : chains.values()) {
        DatabaseSettings of = settings.getOrDefault(chain.schema(), common);
        try {
          opened.put(chain.schema(), open(chain, of, repositories, real));
        } catch (LitmusException e) {
          if (of.policy() != OpenPolicy.OPTIONAL) {
            throw e;
          }
          LOG.log(Level.WARNING, chain.schema() + ": not opened, and going on without it", e);
          unavailable.put(chain.schema(), e);
        }
      }
      Databases databases = new Databases(
          real == null ? place : real.toString(), opened, unavailable, repositories, shutdownLimit);
      LOG.log(Level.INFO, "{0}: databases opened: {1}", place, opened.keySet());
      return databases;
    } catch (RuntimeException | Error e) {
      RuntimeException late = Closing.all(opened.values(), SqliteDatabase::close);
      if (late != null) {
        e.addSuppressed(late);
      }
      throw e;
    }
  }

  private static SqliteDatabase open(
      MigrationChain chain,
      DatabaseSettings settings,
      Repositories repositories,
      @Nullable Path directory) {
    DatabaseOpener opener = new DatabaseOpener(chain, settings, repositories);
    return directory == null
        ? opener.inMemory()
        : opener.open(directory.resolve(chain.schema() + ".sqlite"));
  }

  /** The settings of each schema, with its part of the budget where it has no cache size of its own. */
  private Map<String, DatabaseSettings> settingsOf(Repositories repositories) {
    for (String schema : own.keySet()) {
      if (!repositories.schemas().contains(schema)) {
        throw new DatabaseNotFoundException(
            schema,
            "there are settings for it, but no repository was compiled against it; there are "
                + repositories.schemas(),
            "Call it by the name of its folder of migrations",
            null);
      }
    }
    Map<String, DatabaseSettings> all = new LinkedHashMap<>();
    repositories.schemas().forEach(schema -> all.put(schema, own.getOrDefault(schema, common)));
    if (budget > 0) {
      long taken = all.values().stream().mapToLong(DatabaseSettings::cacheSize).sum();
      long sharing = all.values().stream().filter(s -> s.cacheSize() == 0).count();
      long share = Math.max(1, (budget - taken) / Math.max(1, sharing));
      all.replaceAll(
          (schema, s) -> s.cacheSize() == 0 ? s.with(builder -> builder.cacheSize(share)) : s);
    }
    return all;
  }

  static Path createDirectory(String name, Path directory) {
    try {
      Path checked = DatabasePath.directory(directory);
      return FileSeam.of(checked).createDirectory(checked);
    } catch (RefusedPathException e) {
      throw new DatabaseOpenException(name, String.valueOf(e.getMessage()), e.advice(), e);
    } catch (IOException e) {
      throw new DatabaseOpenException(
          name,
          "cannot use the directory: " + FileProblem.reason(e),
          "Check its path and its owner",
          e);
    }
  }
}
