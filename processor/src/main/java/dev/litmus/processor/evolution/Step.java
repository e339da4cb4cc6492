package dev.litmus.processor.evolution;

import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.schema.ApplicationFunction;
import dev.litmus.processor.schema.ApplicationFunctions;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.runtime.internal.migration.Migration;
import dev.litmus.runtime.internal.migration.MigrationFailedException;
import dev.litmus.runtime.internal.migration.MigrationStatement;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One migration, on a database of the version before it.
 *
 * @param schema what its chain makes in the end
 * @param connection the database, in which foreign keys are not enforced
 * @param texts reads it
 * @param before what it consisted of before the migration
 * @param statements those of its Up part
 * @param origin where problems are told
 */
record Step(
    Schema schema,
    Migration migration,
    Connection connection,
    SchemaTexts texts,
    SchemaText before,
    List<UpStatement> statements,
    Origin origin) {

  Step {
    statements = List.copyOf(statements);
  }

  static Step of(
      Schema schema,
      Migration migration,
      Connection connection,
      SchemaTexts texts,
      SchemaText before,
      Origin origin) {
    return new Step(
        schema, migration, connection, texts, before, UpStatement.of(migration.up()), origin);
  }

  /** Returns a problem that shows a line of the migration, which is called by its file in the fact. */
  Problem problem(ProblemCode code, String fact, int line) {
    return Problem.of(code, origin, fact).at(schema.lineOf(migration, line));
  }

  /** Returns a problem of a failure: at the statement when it is known, and else without a place. */
  Problem problem(ProblemCode code, String fact, MigrationFailedException e) {
    return e.line() > 0
        ? problem(code, fact, e.line()).note("SQLite says: " + e.fact())
        : Problem.of(code, origin, fact).note(e.fact());
  }

  /**
   * Tells whether rows can make the migration fail. What a stand-in for a function of the application yields says nothing of
   * them.
   */
  boolean meetsRows() {
    return !before.pieces().isEmpty()
        && !callsApplication()
        && statements.stream().anyMatch(UpStatement::looksAtRows);
  }

  /** Tells whether the chain calls what only the application has. */
  boolean callsApplication() {
    ApplicationFunctions application = schema.application();
    if (application.equals(ApplicationFunctions.NONE)) {
      return false;
    }
    String texts = SqlName.key(schema.migrations().stream()
        .flatMap(one -> one.up().stream())
        .map(MigrationStatement::sql)
        .collect(Collectors.joining("\n")));
    return Stream.concat(
            application.functions().stream().map(ApplicationFunction::name),
            application.collations().stream())
        .anyMatch(name -> texts.contains(SqlName.key(name)));
  }

  /** Returns the migration as messages call it. */
  String name() {
    return "`" + migration.location() + "`";
  }
}
