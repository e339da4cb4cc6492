package dev.litmus.processor.analysis;

import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.schema.EarlierSchema;
import dev.litmus.processor.schema.Neighbours;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.sql.ParsedQuery;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

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
   * Finds out whether a query that is valid on the newest version is valid on these.
   *
   * @param rewriter what makes of it the SQL that will run
   * @return what is wrong on the newest of them on which it is not
   */
  public Optional<Problem> check(
      Neighbours neighbours, ParsedQuery query, Rewriter rewriter, Origin origin)
      throws SQLException {
    for (EarlierSchema version : versions) {
      List<Problem> refusals =
          Analyzer.refusals(Question.of(version.schema(), neighbours, query, rewriter, origin));
      if (!refusals.isEmpty()) {
        return Optional.of(problem(version, refusals.get(0)));
      }
    }
    return Optional.empty();
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
