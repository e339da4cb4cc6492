package dev.litmus.processor.schema;

import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The schemas of one compilation, each made once. What is wrong with a schema is reported for the first repository
 * that asks for it; the others go without, because one cause is one error.
 */
public final class SchemaCatalog implements AutoCloseable {

  private static final Origin UNSEEN = new Origin() {};

  private final SchemaSources sources;
  private final Function<String, ApplicationFunctions> application;
  private final Map<String, Optional<Schema>> schemas = new HashMap<>();
  private final Map<String, List<String>> tables = new HashMap<>();

  public SchemaCatalog(SchemaSources sources) {
    this(sources, database -> ApplicationFunctions.NONE);
  }

  /**
   * Makes schemas when they are asked for.
   *
   * @param sources what they are made from
   * @param application says what the application brings to a database, when it is built
   */
  public SchemaCatalog(SchemaSources sources, Function<String, ApplicationFunctions> application) {
    this.sources = sources;
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
   * Returns the databases beside one. They are made only when somebody asks, and what is wrong with them is not
   * reported: a repository of theirs will.
   */
  public Neighbours neighboursOf(String database) {
    return table -> {
      List<String> names = new ArrayList<>();
      for (String neighbour : sources.databases()) {
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
      return sources.build(database, application.apply(database), origin);
    } catch (IOException e) {
      return Checked.failed(Problem.of(
              ProblemCode.INVALID_MIGRATION,
              origin,
              "what makes the schema of `" + database + "` cannot be read")
          .note(e.toString()));
    }
  }

  /** Returns the schemas that were made without a problem, by name. */
  public List<Schema> made() {
    return schemas.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  @Override
  public void close() throws SQLException {
    for (Schema schema : made()) {
      schema.close();
    }
    schemas.clear();
  }
}
