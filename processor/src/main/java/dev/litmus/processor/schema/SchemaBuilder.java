package dev.litmus.processor.schema;

import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.runtime.internal.migration.InvalidMigrationsException;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationFailedException;
import dev.litmus.runtime.internal.migration.MigrationFile;
import dev.litmus.runtime.internal.migration.MigrationProblem;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies migrations to an empty database in memory and looks at what they made. */
final class SchemaBuilder {

  /** A foreign key refers to columns that are not unique. */
  private static final String UNIQUE_TARGET_MISSING = "foreign key mismatch";

  private final String name;
  private final List<MigrationFile> files;
  private final ApplicationFunctions application;
  private final Origin origin;

  private SchemaBuilder(
      String name, List<MigrationFile> files, ApplicationFunctions application, Origin origin) {
    this.name = name;
    this.files = files;
    this.application = application;
    this.origin = origin;
  }

  static Checked<Schema> build(
      String name, List<MigrationFile> files, ApplicationFunctions application, Origin origin)
      throws IOException, SQLException {
    return new SchemaBuilder(name, files, application, origin).build();
  }

  private Checked<Schema> build() throws IOException, SQLException {
    MigrationChain chain;
    try {
      chain = MigrationChain.read(name, () -> files);
    } catch (InvalidMigrationsException e) {
      return Checked.failed(e.problems().stream().map(this::invalid).toList());
    }
    Connection connection = Engine.open(application);
    try {
      return Checked.of(migrate(chain, connection));
    } catch (MigrationFailedException e) {
      connection.close();
      return Checked.failed(failed(e));
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** One migration at a time, to know which of them made a table. */
  private Schema migrate(MigrationChain chain, Connection connection)
      throws SQLException, MigrationFailedException {
    SchemaReader reader = new SchemaReader(connection);
    Map<String, String> locations = new HashMap<>();
    chain.applyTo(connection, migration -> {
      for (String table : reader.tableNames()) {
        locations.putIfAbsent(table, migration.location());
      }
    });
    return new Schema(
        name,
        Optional.empty(),
        files,
        chain.migrations(),
        reader.tables(locations),
        reader.rootPages(),
        reader.virtualTables(),
        reader.triggered(),
        application,
        connection);
  }

  private Problem invalid(MigrationProblem problem) {
    Problem shown = Problem.of(
        ProblemCode.INVALID_MIGRATION, origin, problem.location() + ": " + problem.fact());
    if (problem.line() > 0) {
      shown = shown.at(MigrationExcerpt.line(files, problem.location(), problem.line()));
    }
    return problem.help() == null ? shown : shown.help(problem.help());
  }

  private Problem failed(MigrationFailedException e) {
    Problem problem = Problem.of(
        ProblemCode.FAILED_MIGRATION, origin, "the migration `" + e.location() + "` fails");
    if (e.line() == 0) {
      return problem.note(e.fact());
    }
    Problem shown = problem
        .at(MigrationExcerpt.line(files, e.location(), e.line()))
        .note("SQLite says: " + e.fact());
    return e.fact().startsWith(UNIQUE_TARGET_MISSING)
        ? shown.help(
            "refer to the primary key, or make the columns that are referred to unique together")
        : shown;
  }
}
