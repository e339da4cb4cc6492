package dev.litmus.processor.doubt;

import dev.litmus.processor.inference.NullableSet;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.scope.ColumnUse;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.InSet;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore.Select;
import java.util.List;
import java.util.Optional;

/**
 * {@code NOT IN} over a column that can be NULL: one such row, and nothing is found any more. Only of columns of tables:
 * what else may be NULL, like a value of JSON, mostly is not.
 */
final class NotInNulls {

  private NotInNulls() {}

  static List<Problem> problems(Doubtful doubtful) {
    return doubtful.inferred().nullableSets().stream()
        .flatMap(set -> problem(doubtful, set).stream())
        .toList();
  }

  private static Optional<Problem> problem(Doubtful doubtful, NullableSet set) {
    return column(((InSet.Rows) set.in().set()).query())
        .filter(column -> doubtful.use(column).flatMap(ColumnUse::declared).isPresent())
        .map(column -> doubtful
            .problem(
                ProblemCode.NULL_IN_NOT_IN,
                column.span(),
                "`" + doubtful.words(set.in().operand())
                    + " NOT IN` these rows is never true when one of them is NULL")
            .note(set.reason().words())
            .help("add `" + doubtful.words(column) + " IS NOT NULL` to the subquery"));
  }

  private static Optional<ColumnName> column(Query query) {
    if (query.others().isEmpty()
        && query.first() instanceof Select select
        && select.results().size() == 1
        && select.results().get(0) instanceof ResultTerm.Value value) {
      Expression expression = value.expression();
      return expression instanceof ColumnName name ? Optional.of(name) : Optional.empty();
    }
    return Optional.empty();
  }
}
