package dev.litmus.cli;

import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Migrator;
import dev.litmus.runtime.error.LitmusException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The databases that a command works on: the files in a directory, and the migrations that go with them. */
final class DatabaseOptions {

  @Mixin
  private MigrationOptions migrations = new MigrationOptions();

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      required = true,
      description = "Where the databases are, <database>.sqlite each.")
  private @Nullable Path directory;

  /** Returns a migrator for each database, in the order of their names; their files are read now. */
  Map<String, Migrator> migrators(DatabaseSettings settings) throws UnusableException {
    Map<String, Migrator> migrators = new LinkedHashMap<>();
    for (String database : migrations.databases()) {
      Path file = Objects.requireNonNull(directory).resolve(database + ".sqlite");
      try {
        migrators.put(database, Migrator.fromFolder(migrations.folder(), database, file, settings));
      } catch (LitmusException e) {
        throw new UnusableException(String.valueOf(e.getMessage()), e);
      }
    }
    return migrators;
  }

  /** Returns the one migrator of a command that works on a single database. */
  Map.Entry<String, Migrator> onlyMigrator(DatabaseSettings settings) throws UnusableException {
    Map<String, Migrator> migrators = migrators(settings);
    if (migrators.size() > 1) {
      throw new UnusableException("this works on one database at a time\n"
          + "name it with --database: " + String.join(", ", migrators.keySet()));
    }
    return migrators.entrySet().iterator().next();
  }
}
