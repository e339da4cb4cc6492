package dev.litmus.runtime;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.file.DatabasePath;
import dev.litmus.runtime.internal.file.FileProblem;
import dev.litmus.runtime.internal.file.RefusedPathException;
import dev.litmus.runtime.internal.migration.InvalidMigrationsException;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Migrations on disk: a folder with a folder for each schema. */
final class MigrationFolders {

  private MigrationFolders() {}

  /** The migrations of one schema. */
  static MigrationChain read(Path root, String schema) {
    Path folder = root.toAbsolutePath().resolve(schema);
    try {
      DatabasePath.checkSchema(schema);
      if (!Files.isDirectory(folder)) {
        throw new MigrationException(
            schema,
            "there is no folder " + folder,
            "Check the path: each schema has a folder of its name in that of all migrations",
            null);
      }
      return MigrationChain.read(schema, MigrationSource.directory(folder));
    } catch (RefusedPathException e) {
      throw new MigrationException(schema, String.valueOf(e.getMessage()), e.advice(), e);
    } catch (InvalidMigrationsException | IOException e) {
      throw new MigrationException(
          schema, "the migrations cannot be used: " + FileProblem.reason(e), null, e);
    }
  }

  /** The schemas that have a folder with SQL files, in the order of their names. */
  static List<String> schemas(Path root) {
    try (Stream<Path> entries = Files.list(root.toAbsolutePath())) {
      return entries
          .filter(MigrationFolders::hasSql)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new MigrationException(
          root.toString(), "the folder of migrations cannot be read: " + e, "Check the path", e);
    }
  }

  private static boolean hasSql(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(
          file -> file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".sql"));
    } catch (IOException e) {
      // Reading its migrations fails, and says so.
      return true;
    }
  }
}
