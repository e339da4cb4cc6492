package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Alias;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.ResultTerm;
import java.util.Optional;

/** Where the list of results spells out a column's name; a star does not. */
final class ResultExcerpt {

  private ResultExcerpt() {}

  static Problem underline(Problem problem, ParsedQuery query, ResultColumn column) {
    return query.results().stream()
        .flatMap(term -> name(term).stream())
        .filter(name -> name.is(column.name()))
        .findFirst()
        .map(name -> problem.at(query.excerpt(name.span())))
        .orElse(problem);
  }

  private static Optional<Identifier> name(ResultTerm term) {
    if (!(term instanceof ResultTerm.Value value)) {
      return Optional.empty();
    }
    return value
        .alias()
        .map(Alias::name)
        .or(() -> value.expression() instanceof Expression.ColumnName column
            ? Optional.of(column.name())
            : Optional.empty());
  }
}
