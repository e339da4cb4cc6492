package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.model.Result;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Query;
import java.util.Optional;

/**
 * Of many rows, a LIMIT keeps those that an ORDER BY puts first. Silent where one row is asked for, or no table is read.
 *
 * @see <a href="https://sqlite.org/lang_select.html#orderby">SQLite: ORDER BY</a>
 */
public final class UnorderedLimitRule {

  private UnorderedLimitRule() {}

  public static Optional<Problem> check(
      MethodDeclaration method, ParsedQuery query, QueryFacts facts, Result result) {
    boolean many = result.isMany() && !facts.reads().isEmpty();
    return query
        .tree()
        .filter(tree -> many && tree instanceof Query)
        .map(Query.class::cast)
        .filter(tree -> tree.orderBy().isEmpty())
        .flatMap(Query::limit)
        .map(limit -> Problem.of(
                ProblemCode.UNORDERED_LIMIT,
                method.origin(),
                "nothing says which rows the LIMIT of `" + method.name() + "` keeps")
            .at(query.excerpt(limit.span()))
            .note("without ORDER BY, SQLite may return other rows after a change of the schema or"
                + " of its plan")
            .help("add ORDER BY in front of it"));
  }
}
