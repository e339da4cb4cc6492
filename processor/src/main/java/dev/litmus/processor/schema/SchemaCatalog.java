package dev.litmus.processor.schema;

import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import dev.litmus.runtime.internal.migration.MigrationFile;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The schemas of one compilation, each migrated once. What is wrong with a schema is reported for the first repository
 * that asks for it; the others go without, because one cause is one error.
 */
public final class SchemaCatalog implements AutoCloseable {

  private static final Origin UNSEEN = new Origin() {};

  private final MigrationPlaces places;
  private final Function<String, ApplicationFunctions> application;
  private final Map<String, Optional<Schema>> schemas = new HashMap<>();
  private final Map<String, List<String>> tables = new HashMap<>();

  public SchemaCatalog(MigrationPlaces places) {
    this(places, database -> ApplicationFunctions.NONE);
  }

  /**
   * Looks for migrations in some places.
   *
   * @param application says what the application brings to a database, when it is built
   */
  public SchemaCatalog(MigrationPlaces places, Function<String, ApplicationFunctions> application) {
    this.places = places;
    this.application = application;
  }

  public Checked<Schema> schema(String database, Origin origin) throws SQLException {
    Optional<Schema> known = schemas.get(database);
    if (known != null) {
      return new Checked<>(known, List.of());
    }
    // Known from now on, also when building it fails: one cause is one error.
    schemas.put(database, Optional.empty());
    Checked<Schema> built = build(database, origin);
    schemas.put(database, built.value());
    return built;
  }

  /**
   * Returns the databases beside one. They are migrated only when somebody asks, and what is wrong with them is not
   * reported: a repository of theirs will.
   */
  public Neighbours neighboursOf(String database) {
    return table -> {
      List<String> names = new ArrayList<>();
      for (String neighbour : places.databases()) {
        if (!neighbour.equals(database)
            && tablesOf(neighbour).stream().anyMatch(table::equalsIgnoreCase)) {
          names.add(neighbour);
        }
      }
      return names;
    };
  }

  private List<String> tablesOf(String database) throws SQLException {
    List<String> known = tables.get(database);
    if (known != null) {
      return known;
    }
    List<String> names = List.of();
    Optional<Schema> built = build(database, UNSEEN).value();
    if (built.isPresent()) {
      try (Schema neighbour = built.get()) {
        names = neighbour.tables().stream().map(Table::name).toList();
      }
    }
    tables.put(database, names);
    return names;
  }

  private Checked<Schema> build(String database, Origin origin) throws SQLException {
    try {
      Optional<List<MigrationFile>> files = places.find(database);
      return files.isPresent()
          ? SchemaBuilder.build(database, files.get(), application.apply(database), origin)
          : Checked.failed(unknownDatabase(database, origin));
    } catch (IOException e) {
      return Checked.failed(Problem.of(
              ProblemCode.INVALID_MIGRATION,
              origin,
              "the migrations of `" + database + "` cannot be read")
          .note(e.toString()));
    }
  }

  private Problem unknownDatabase(String database, Origin origin) {
    Problem problem = Problem.of(
        ProblemCode.UNKNOWN_DATABASE,
        origin,
        "there are no migrations for the database `" + database + "`");
    for (String place : places.tried(database)) {
      problem = problem.evidence("tried " + place);
    }
    List<String> databases = places.databases();
    return databases.isEmpty()
        ? problem.help(
            "pass -Alitmus.migrations with the absolute path of the folder that has a folder for each database")
        : problem
            .evidence("databases with migrations: " + Suggestions.list(databases))
            .suggest(Suggestions.nearest(database, databases));
  }

  /** Returns the schemas that were migrated without a problem, by name. */
  public List<Schema> migrated() {
    return schemas.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  @Override
  public void close() throws SQLException {
    for (Schema schema : migrated()) {
      schema.close();
    }
    schemas.clear();
  }
}
