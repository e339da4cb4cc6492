package dev.litmus.processor.keys;

import dev.litmus.processor.schema.Affinity;
import dev.litmus.processor.scope.ColumnUse;
import dev.litmus.processor.scope.Meaning;
import dev.litmus.processor.scope.Names;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Cast;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Expression.Parenthesized;
import dev.litmus.processor.sql.tree.Expression.Subquery;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore.Select;
import dev.litmus.processor.sql.tree.Span;
import java.util.Optional;

/**
 * A subquery that names nothing outside of it has one value, for SQLite runs it once: {@code id = (SELECT id FROM jobs WHERE
 * … LIMIT 1)} is true of one id.
 *
 * @see <a href="https://sqlite.org/lang_expr.html#subq">Subquery expressions</a>
 */
final class SingleValue {

  private final Names names;

  SingleValue(Names names) {
    this.names = names;
  }

  boolean isOne(Expression expression) {
    return expression instanceof Subquery subquery
        && subquery.all(ColumnName.class).allMatch(name -> isWithin(subquery.span(), name));
  }

  private boolean isWithin(Span subquery, ColumnName name) {
    return use(name)
        .map(ColumnUse::meaning)
        .filter(meaning -> meaning.kind() == Meaning.Kind.ALIAS
            || (meaning.isOneColumn()
                && meaning.origins().get(0).at().filter(subquery::contains).isPresent()))
        .isPresent();
  }

  private Optional<ColumnUse> use(ColumnName name) {
    return names.columns().stream()
        .filter(use -> use.name().span().equals(name.span()))
        .findFirst();
  }

  /**
   * Tells whether what it is compared with may become a number: it has the affinity of the column that it yields.
   *
   * @see <a href="https://sqlite.org/datatype3.html#affinity_of_expressions">Affinity of expressions</a>
   */
  boolean mayConvert(Expression expression) {
    if (!(expression instanceof Subquery subquery)
        || !subquery.query().others().isEmpty()
        || !(subquery.query().first() instanceof Select select)
        || !(select.results().get(0) instanceof ResultTerm.Value value)) {
      return true;
    }
    Expression result = value.expression();
    while (result instanceof Parenthesized parenthesized) {
      result = parenthesized.inner();
    }
    if (result instanceof ColumnName name) {
      return use(name)
          .flatMap(ColumnUse::declared)
          .filter(
              column -> column.affinity() == Affinity.TEXT || column.affinity() == Affinity.BLOB)
          .isEmpty();
    }
    return result instanceof Cast || result instanceof Subquery;
  }
}
