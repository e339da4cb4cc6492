package dev.litmus.processor.schema;

import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import dev.litmus.runtime.internal.migration.MigrationFile;
import dev.litmus.runtime.internal.migration.MigrationSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the migrations of a database may lie: the folder of the option {@code litmus.migrations}, or else resources with
 * an index, because resources cannot be listed.
 *
 * @param folder the option; when present, nothing else is tried
 * @param resources tried in order
 */
public record MigrationPlaces(Optional<Path> folder, List<ResourcePlace> resources)
    implements SchemaSources {

  public MigrationPlaces {
    resources = List.copyOf(resources);
  }

  @Override
  public Checked<Schema> build(String database, ApplicationFunctions application, Origin origin)
      throws IOException, SQLException {
    Optional<List<MigrationFile>> files = find(database);
    return files.isPresent()
        ? SchemaBuilder.build(database, files.get(), application, origin)
        : Checked.failed(unknownDatabase(database, origin));
  }

  private Problem unknownDatabase(String database, Origin origin) {
    Problem problem = Problem.of(
        ProblemCode.UNKNOWN_DATABASE,
        origin,
        "there are no migrations for the database `" + database + "`");
    for (String place : tried(database)) {
      problem = problem.evidence("tried " + place);
    }
    List<String> databases = databases();
    return databases.isEmpty()
        ? problem.help(
            "pass -Alitmus.migrations with the absolute path of the folder that has a folder for each database")
        : problem
            .evidence("databases with migrations: " + Suggestions.list(databases))
            .suggest(Suggestions.nearest(database, databases));
  }

  /** Returns the files of one database; empty when no place has any. */
  Optional<List<MigrationFile>> find(String database) throws IOException {
    if (folder.isPresent()) {
      Path own = folder.get().resolve(database);
      return isName(database) && Files.isDirectory(own)
          ? Optional.of(MigrationSource.directory(own).files())
          : Optional.empty();
    }
    for (ResourcePlace place : resources) {
      Optional<MigrationSource> source = isName(database)
          ? MigrationSource.index(place.index(database), path -> place.reader().read(path))
          : Optional.empty();
      if (source.isPresent()) {
        return Optional.of(source.get().files());
      }
    }
    return Optional.empty();
  }

  /** A name is one folder: it cannot lead elsewhere. */
  public static boolean isName(String database) {
    return database.matches("[A-Za-z0-9_-]+");
  }

  /** Returns every place that {@link #find} looks at, for messages. */
  private List<String> tried(String database) {
    if (folder.isPresent()) {
      return List.of(
          "the folder `" + folder.get().resolve(database) + "` (option -Alitmus.migrations)");
    }
    List<String> tried = new ArrayList<>();
    tried.add("a folder of migrations: the option -Alitmus.migrations is not set");
    resources.forEach(
        place -> tried.add("`" + place.index(database) + "` on " + place.description()));
    return tried;
  }

  /** Returns the databases there are, where they can be listed: resources cannot. */
  @Override
  public List<String> databases() {
    if (folder.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder.get())) {
      return folders
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .filter(MigrationPlaces::isName)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
