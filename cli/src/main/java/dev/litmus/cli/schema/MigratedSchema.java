package dev.litmus.cli.schema;

import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.ProblemText;
import dev.litmus.processor.problem.Suggestions;
import dev.litmus.processor.schema.ApplicationFunctions;
import dev.litmus.processor.schema.MigrationPlaces;
import dev.litmus.processor.schema.Neighbours;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaCatalog;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the migrations of a database make.
 *
 * @param migrations the folder that has a folder for each database
 * @param database the name of one of these
 * @param application what the application brings to it
 */
public record MigratedSchema(Path migrations, String database, ApplicationFunctions application)
    implements SchemaSource {

  @Override
  public Schema open() throws SchemaException, SQLException {
    Checked<Schema> schema = check();
    return schema
        .value()
        .orElseThrow(() -> new SchemaException("the migrations of `" + database + "` fail\n"
            + schema.problems().stream()
                .map(ProblemText::render)
                .collect(Collectors.joining("\n"))));
  }

  /**
   * Makes the schema, or says what is wrong with the migrations.
   *
   * @throws SchemaException when there are none
   */
  public Checked<Schema> check() throws SchemaException, SQLException {
    requireMigrations(migrations, database);
    return catalog().schema(database, CommandLineOrigin.HERE);
  }

  /**
   * Makes sure that a database has a folder of migrations.
   *
   * @throws SchemaException when it has none; the message lists those that have
   */
  public static void requireMigrations(Path migrations, String database) throws SchemaException {
    requireFolder(migrations);
    if (!MigrationPlaces.isName(database) || !Files.isDirectory(migrations.resolve(database))) {
      throw new SchemaException("there are no migrations for the database `" + database + "`\n"
          + "databases with migrations in `" + migrations + "`: "
          + Suggestions.list(databases(migrations)));
    }
  }

  private static void requireFolder(Path folder) throws SchemaException {
    if (!Files.isDirectory(folder)) {
      throw new SchemaException("there is no folder `" + folder + "`");
    }
  }

  @Override
  public Neighbours neighbours() {
    return catalog().neighboursOf(database);
  }

  private SchemaCatalog catalog() {
    Path folder = migrations.toAbsolutePath().normalize();
    return new SchemaCatalog(
        new MigrationPlaces(Optional.of(folder), List.of()), other -> application);
  }

  /** Returns the databases that a folder has migrations for, in the order of their names. */
  public static List<String> databases(Path migrations) throws SchemaException {
    requireFolder(migrations);
    List<String> databases = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(migrations, Files::isDirectory)) {
      for (Path folder : folders) {
        if (hasMigrations(folder)) {
          databases.add(folder.getFileName().toString());
        }
      }
    } catch (DirectoryIteratorException e) {
      throw unreadable(Objects.requireNonNull(e.getCause(), "what happened"));
    } catch (IOException e) {
      throw unreadable(e);
    }
    return databases.stream().sorted().toList();
  }

  private static SchemaException unreadable(IOException e) {
    return new SchemaException("the migrations cannot be read: " + FileWords.of(e), e);
  }

  private static boolean hasMigrations(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.sql")) {
      return files.iterator().hasNext();
    }
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }
}
