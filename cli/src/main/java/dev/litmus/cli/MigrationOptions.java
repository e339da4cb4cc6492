package dev.litmus.cli;

import dev.litmus.cli.schema.MigratedSchema;
import dev.litmus.cli.schema.SchemaException;
import dev.litmus.processor.schema.MigrationPlaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where migrations are, and of which database; of all of them when none is named. */
final class MigrationOptions {

  @Option(
      names = "--migrations",
      paramLabel = "DIR",
      required = true,
      description = "The folder of migrations, which has a folder for each database.")
  private @Nullable Path folder;

  @Option(
      names = "--database",
      paramLabel = "NAME",
      description =
          "The database, a folder of DIR; all there are without it, but for a new migration.")
  private @Nullable String database;

  Path folder() {
    return Objects.requireNonNull(folder);
  }

  /** Returns the database, for a command that is about one; its folder of migrations may be missing. */
  String database() throws UnusableException {
    if (database == null) {
      throw new UnusableException("the database is missing\nname it with --database");
    }
    requireName(database);
    if (!Files.isDirectory(folder())) {
      throw new UnusableException("there is no folder `" + folder + "`");
    }
    return database;
  }

  /** Makes sure that a name leads to a folder of its own, and nowhere else. */
  static void requireName(String database) throws UnusableException {
    if (!MigrationPlaces.isName(database)) {
      throw new UnusableException(
          "a database cannot be called `" + database + "`\n" + "use letters, digits, `_` and `-`");
    }
  }

  /** Returns the database that is named, or all that have migrations, in the order of their names. */
  List<String> databases() throws UnusableException {
    try {
      if (database != null) {
        MigratedSchema.requireMigrations(folder(), database);
        return List.of(database);
      }
      List<String> databases = MigratedSchema.databases(folder());
      if (databases.isEmpty()) {
        throw new UnusableException("there are no migrations in `" + folder + "`\n"
            + "each database has a folder there, with files such as `001_initial.sql`");
      }
      return databases;
    } catch (SchemaException e) {
      throw new UnusableException(String.valueOf(e.getMessage()), e);
    }
  }
}
