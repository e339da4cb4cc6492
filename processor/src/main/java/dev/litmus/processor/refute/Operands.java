package dev.litmus.processor.refute;

import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/** What one side of a comparison is made of. Of a subquery it is what the query yields. */
final class Operands {

  private Operands() {}

  /** Returns an expression without what changes nothing about which values it meets. */
  static Expression bare(Expression expression) {
    Expression bare = expression;
    while (true) {
      if (bare instanceof Expression.Parenthesized parenthesized) {
        bare = parenthesized.inner();
      } else if (bare instanceof Expression.Collate collate) {
        bare = collate.operand();
      } else if (bare instanceof Expression.Cast cast) {
        bare = cast.operand();
      } else if (bare instanceof Expression.Unary unary && unary.operator() == UnaryOperator.PLUS) {
        bare = unary.operand();
      } else {
        return bare;
      }
    }
  }

  static List<String> columns(Expression expression) {
    List<String> columns = new ArrayList<>();
    for (Node node : outside(expression)) {
      if (node instanceof Expression.ColumnName column && !isTruth(column)) {
        columns.add(column.name().name());
      }
    }
    return columns;
  }

  static List<Expression.Parameter> parameters(Expression expression) {
    return outside(expression).stream()
        .filter(Expression.Parameter.class::isInstance)
        .map(Expression.Parameter.class::cast)
        .toList();
  }

  static List<Datum> values(Expression expression) {
    List<Datum> values = new ArrayList<>();
    for (Node node : outside(expression)) {
      if (node instanceof Expression.Literal literal) {
        Near.value(literal).ifPresent(values::add);
      } else if (node instanceof Expression.ColumnName column && isTruth(column)) {
        values.add(Datum.of(column.name().is("true") ? 1L : 0L));
      }
    }
    if (bare(expression) instanceof Expression.Unary unary
        && unary.operator() == UnaryOperator.NEGATE) {
      return values.stream().map(Near::negated).toList();
    }
    return values;
  }

  private static boolean isTruth(Expression.ColumnName column) {
    return column.table().isEmpty()
        && (column.name().is("true") || column.name().is("false"));
  }

  /** Returns the pieces of an expression that are not inside of a query, but for what the query yields. */
  private static List<Node> outside(Expression expression) {
    List<Node> found = new ArrayList<>();
    List<Node> todo = new ArrayList<>(List.of(expression));
    while (!todo.isEmpty()) {
      Node node = todo.remove(todo.size() - 1);
      if (node instanceof Query query) {
        todo.addAll(results(query));
        continue;
      }
      found.add(node);
      List<Node> children = node.children();
      for (int i = children.size() - 1; i >= 0; i--) {
        todo.add(children.get(i));
      }
    }
    return found;
  }

  /** Returns what a query yields, as far as it is spelt out. */
  static List<Expression> results(Query query) {
    List<Expression> results = new ArrayList<>();
    if (query.first() instanceof SelectCore.Select select) {
      for (ResultTerm term : select.results()) {
        if (term instanceof ResultTerm.Value value) {
          results.add(value.expression());
        }
      }
    }
    return results;
  }
}
