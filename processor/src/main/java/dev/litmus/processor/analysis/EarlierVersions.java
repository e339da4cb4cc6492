package dev.litmus.processor.analysis;

import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.EarlierSchema;
import dev.litmus.processor.schema.Neighbours;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.tree.Change;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The versions of a schema before its newest migrations, for code that has to run before these are applied: while programs
 * are replaced one after the other, or until somebody migrates.
 */
public final class EarlierVersions implements AutoCloseable {

  private final List<EarlierSchema> versions;

  /**
   * Takes over the versions, and closes them.
   *
   * @param versions the newest first
   */
  public EarlierVersions(List<EarlierSchema> versions) {
    this.versions = List.copyOf(versions);
  }

  /**
   * Finds out whether a query that is valid on the newest version is valid on these, and means the same columns: those of a
   * star, and of an INSERT that names none, are read and written by their numbers.
   *
   * @param newest the newest version
   * @param rewriter what makes of it the SQL that will run
   * @return what is wrong on the newest of them on which it is not
   */
  public Optional<Problem> check(
      Schema newest, Neighbours neighbours, ParsedQuery query, Rewriter rewriter, Origin origin)
      throws SQLException {
    for (EarlierSchema version : versions) {
      List<Problem> refusals =
          Analyzer.refusals(Question.of(version.schema(), neighbours, query, rewriter, origin));
      if (!refusals.isEmpty()) {
        return Optional.of(problem(version, refusals.get(0)));
      }
      Optional<Problem> others = otherColumns(version, newest, query, rewriter, origin);
      if (others.isPresent()) {
        return others;
      }
    }
    return Optional.empty();
  }

  private static Optional<Problem> otherColumns(
      EarlierSchema version, Schema newest, ParsedQuery query, Rewriter rewriter, Origin origin)
      throws SQLException {
    String sql = rewriter.rewrite(query).text();
    List<String> read = version.schema().columnNames(sql);
    if (!areSame(read, newest.columnNames(sql))) {
      return Optional.of(others(version, query, origin, "yields", read));
    }
    List<String> written = writtenByNumber(version.schema(), query);
    return areSame(written, writtenByNumber(newest, query))
        ? Optional.empty()
        : Optional.of(others(version, query, origin, "writes", written));
  }

  /** The columns of the table of an INSERT that names none. */
  private static List<String> writtenByNumber(Schema schema, ParsedQuery query) {
    return query
        .tree()
        .filter(Change.Insert.class::isInstance)
        .map(Change.Insert.class::cast)
        .filter(insert -> insert.columns().isEmpty() && insert.rows().isPresent())
        .flatMap(insert -> schema.table(insert.target().name().name().name()))
        .map(table -> table.columns().stream()
            .filter(column -> !column.hidden() && !column.generated())
            .map(Column::name)
            .toList())
        .orElse(List.of());
  }

  private static boolean areSame(List<String> names, List<String> others) {
    return names.stream()
        .map(SqlName::key)
        .toList()
        .equals(others.stream().map(SqlName::key).toList());
  }

  private static Problem others(
      EarlierSchema version, ParsedQuery query, Origin origin, String does, List<String> columns) {
    Schema schema = version.schema();
    return Problem.of(
            ProblemCode.NEEDS_MIGRATION,
            origin,
            "this query " + does + " other columns before `" + version.next() + "` is applied")
        .at(query.excerpt(query.tokens().get(0)))
        .note("in version " + schema.version() + " of `" + schema.name() + "`, it " + does + " "
            + columns.stream().map(column -> "`" + column + "`").collect(Collectors.joining(", ")))
        .help("name the columns in the query");
  }

  private static Problem problem(EarlierSchema version, Problem refusal) {
    Schema schema = version.schema();
    Problem problem = Problem.of(
            ProblemCode.NEEDS_MIGRATION,
            refusal.origin(),
            "this query does not run before `" + version.next() + "` is applied")
        .note("in version " + schema.version() + " of `" + schema.name() + "`, " + refusal.fact())
        .help("release the migration first, and this query with the release after it");
    return refusal.excerpt().map(problem::at).orElse(problem);
  }

  @Override
  public void close() throws SQLException {
    for (EarlierSchema version : versions) {
      version.schema().close();
    }
  }
}
