package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.inference.Storing;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.schema.Column;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An INSERT has a value for every column that needs one. NOT NULL is looked at before anything else: no conflict clause and
 * no upsert helps.
 *
 * @see <a href="https://sqlite.org/lang_conflict.html">SQLite: the ON CONFLICT clause</a>
 */
public final class RequiredColumnRule {

  private RequiredColumnRule() {}

  public static Optional<Problem> check(
      MethodDeclaration method, ParsedQuery query, QueryFacts facts) {
    return facts
        .storing()
        .filter(storing -> !storing.required().isEmpty())
        .map(storing -> problem(method, query, storing));
  }

  private static Problem problem(MethodDeclaration method, ParsedQuery query, Storing storing) {
    String missing = names(storing.required());
    Problem problem = Problem.of(
        ProblemCode.REQUIRED_COLUMN,
        method.origin(),
        "this INSERT leaves out " + missing + ", without which `"
            + storing.table().name() + "` takes no row");
    return place(query)
        .map(span -> problem.at(query.excerpt(span)))
        .orElse(problem)
        .evidence((storing.required().size() == 1 ? "it is" : "they are")
            + " NOT NULL and without a DEFAULT in " + storing.table().location())
        .help("add " + missing + " to the columns");
  }

  private static String names(List<Column> columns) {
    return columns.stream()
        .map(column -> "`" + column.name() + "`")
        .collect(Collectors.joining(", "));
  }

  /** The list of columns, or the table where there is none. */
  private static Optional<Span> place(ParsedQuery query) {
    if (!(query.tree().orElse(null) instanceof Change.Insert insert)) {
      return Optional.empty();
    }
    List<Identifier> columns = insert.columns();
    return Optional.of(
        columns.isEmpty()
            ? insert.target().span()
            : Span.covering(
                columns.get(0).span(), columns.get(columns.size() - 1).span()));
  }
}
