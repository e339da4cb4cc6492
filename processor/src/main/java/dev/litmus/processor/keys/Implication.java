package dev.litmus.processor.keys;

import dev.litmus.processor.sql.tree.BinaryOperator;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Binary;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Expression.Literal;
import dev.litmus.processor.sql.tree.Expression.NullTest;
import dev.litmus.processor.sql.tree.Expression.Parenthesized;
import java.util.List;
import java.util.Optional;

/**
 * Whether conditions imply the predicate of a partial index: each part of it has to stand among them, or be that a column is not
 * NULL which they compare. As in SQLite, which uses such an index by the same rule.
 *
 * @see <a href="https://sqlite.org/partialindex.html#queries_using_partial_indexes">Queries using partial indexes</a>
 */
final class Implication {

  private final JoinedTables joined;
  private final int table;
  private final List<Expression> conditions;

  /**
   * Looks at one table.
   *
   * @param conditions what is true of every row
   */
  Implication(JoinedTables joined, int table, List<Expression> conditions) {
    this.joined = joined;
    this.table = table;
    this.conditions = conditions;
  }

  boolean isImplied(Expression predicate) {
    Expression part = inner(predicate);
    if (part instanceof Binary binary && binary.operator() == BinaryOperator.AND) {
      return isImplied(binary.left()) && isImplied(binary.right());
    }
    return conditions.stream()
        .map(Implication::inner)
        .anyMatch(condition -> same(part, condition) || comparesNonNull(part, condition));
  }

  private static Expression inner(Expression expression) {
    return expression instanceof Parenthesized parenthesized
        ? inner(parenthesized.inner())
        : expression;
  }

  /** Tells whether an expression of the index is the one of the query; only of simple ones is that known. */
  private boolean same(Expression one, Expression other) {
    Expression index = inner(one);
    Expression query = inner(other);
    if (index instanceof Binary binary && query instanceof Binary condition) {
      return binary.operator() == condition.operator()
          && same(binary.left(), condition.left())
          && same(binary.right(), condition.right());
    }
    if (index instanceof NullTest test && query instanceof NullTest condition) {
      return test.negated() == condition.negated() && same(test.operand(), condition.operand());
    }
    if (index instanceof Literal literal && query instanceof Literal condition) {
      return literal.kind() == condition.kind()
          && literal.text().equals(condition.text())
          && literal.kind() != Literal.Kind.TIME;
    }
    return index instanceof ColumnName name && isColumn(query, name);
  }

  private boolean isColumn(Expression query, ColumnName name) {
    return joined
        .place(query)
        .filter(place -> place.table() == table
            && place.column().equalsIgnoreCase(name.name().name()))
        .isPresent();
  }

  /** {@code a IS NOT NULL} follows from {@code a = 1}: a comparison is true of no NULL. */
  private boolean comparesNonNull(Expression part, Expression condition) {
    return tested(part)
        .filter(name -> condition instanceof Binary comparison
            && switch (comparison.operator()) {
              case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                isColumn(comparison.left(), name) || isColumn(comparison.right(), name);
              default -> false;
            })
        .isPresent();
  }

  /** Returns the column that a predicate says is not NULL; empty when it says anything else. */
  private static Optional<ColumnName> tested(Expression part) {
    Optional<Expression> operand = Optional.empty();
    if (part instanceof NullTest test && test.negated()) {
      operand = Optional.of(test.operand());
    } else if (part instanceof Binary binary
        && binary.operator() == BinaryOperator.IS_NOT
        && inner(binary.right()) instanceof Literal literal
        && literal.kind() == Literal.Kind.NULL) {
      operand = Optional.of(binary.left());
    }
    return operand
        .map(Implication::inner)
        .filter(ColumnName.class::isInstance)
        .map(ColumnName.class::cast);
  }
}
