package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.internal.file.DatabasePath;
import dev.litmus.runtime.internal.file.RefusedPathException;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.migration.MigrationMove;
import dev.litmus.runtime.migration.MigrationTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A {@link Migrator} for each database of a directory: {@code <schema>.sqlite}, as {@link Databases} names them. Immutable,
 * safe for all threads.
 */
public final class Migrators {

  private final Map<String, Migrator> bySchema;

  private Migrators(Map<String, Migrator> bySchema) {
    this.bySchema = Collections.unmodifiableMap(bySchema);
  }

  /**
   * Returns migrators with {@link DatabaseSettings#DEFAULT}, whose migrations are files on disk.
   *
   * @param migrations the folder that has a folder for each schema
   * @param directory where the databases are, or are to be created
   * @return a migrator for each folder with SQL files
   * @throws dev.litmus.runtime.error.MigrationException when the folder cannot be read, or a file is no migration
   */
  public static Migrators fromFolder(Path migrations, Path directory) {
    return fromFolder(migrations, directory, DatabaseSettings.DEFAULT);
  }

  /**
   * Returns migrators whose migrations are files on disk.
   *
   * @param migrations the folder that has a folder for each schema
   * @param directory where the databases are, or are to be created
   * @param settings how each is opened
   * @return a migrator for each folder with SQL files
   * @throws dev.litmus.runtime.error.MigrationException when the folder cannot be read, or a file is no migration
   */
  public static Migrators fromFolder(Path migrations, Path directory, DatabaseSettings settings) {
    List<MigrationChain> chains = new ArrayList<>();
    MigrationFolders.schemas(migrations)
        .forEach(schema -> chains.add(MigrationFolders.read(migrations, schema)));
    return of(chains, directory, settings, Repositories.find(directory.toString()));
  }

  /**
   * Returns migrators with {@link DatabaseSettings#DEFAULT}, whose migrations are those that are embedded beside the
   * generated repositories that the thread's context class loader sees.
   *
   * @param directory where the databases are, or are to be created
   * @return a migrator for each schema, without those that others migrate
   */
  public static Migrators embedded(Path directory) {
    return embedded(directory, DatabaseSettings.DEFAULT);
  }

  /**
   * Returns migrators whose migrations are those that are embedded beside the generated repositories that the thread's
   * context class loader sees.
   *
   * @param directory where the databases are, or are to be created
   * @param settings how each is opened
   * @return a migrator for each schema, without those that others migrate
   */
  public static Migrators embedded(Path directory, DatabaseSettings settings) {
    Repositories repositories = Repositories.find(directory.toString());
    List<MigrationChain> chains = new ArrayList<>();
    repositories.schemas().stream()
        .filter(schema -> repositories.declared(schema) == null)
        .forEach(schema -> chains.add(repositories.chain(schema)));
    return of(chains, directory, settings, repositories);
  }

  private static Migrators of(
      List<MigrationChain> chains,
      Path directory,
      DatabaseSettings settings,
      Repositories repositories) {
    Map<String, Migrator> bySchema = new LinkedHashMap<>();
    for (MigrationChain chain : chains) {
      Path file = file(directory, chain.schema());
      bySchema.put(chain.schema(), Migrator.of(chain, file, settings, repositories));
    }
    return new Migrators(bySchema);
  }

  private static Path file(Path directory, String schema) {
    try {
      return DatabasePath.in(directory, schema);
    } catch (RefusedPathException e) {
      throw new DatabaseOpenException(schema, String.valueOf(e.getMessage()), e.advice(), e);
    }
  }

  /**
   * Returns the migrators.
   *
   * @return by schema, in the order of their names
   */
  public Map<String, Migrator> bySchema() {
    return bySchema;
  }

  /**
   * Reads which migrations the databases have. Changes no file.
   *
   * @return by schema, in the order of their names
   */
  public Map<String, MigrationStatus> status() {
    return each(Migrator::status);
  }

  /**
   * Reads what would bring the databases to the latest versions. Changes no file.
   *
   * @return by schema, in the order of their names
   * @throws dev.litmus.runtime.error.MigrationException when one of them would be refused
   */
  public Map<String, List<MigrationMove>> plan() {
    return each(migrator -> migrator.plan(MigrationTarget.latest()));
  }

  /**
   * Brings all databases to the latest versions, one after the other. All are looked at first: when one would be refused,
   * none is touched. When a migration fails nevertheless, the databases before stay migrated.
   *
   * @return what this call has applied, by schema, in the order of their names
   * @throws dev.litmus.runtime.error.MigrationException when a migration is refused or fails
   */
  public Map<String, List<MigrationMove>> migrate() {
    plan();
    return each(migrator -> migrator.migrate(MigrationTarget.latest()));
  }

  private <T> Map<String, T> each(Function<Migrator, T> work) {
    Map<String, T> results = new LinkedHashMap<>();
    bySchema.forEach((schema, migrator) -> results.put(schema, work.apply(migrator)));
    return Collections.unmodifiableMap(results);
  }
}
