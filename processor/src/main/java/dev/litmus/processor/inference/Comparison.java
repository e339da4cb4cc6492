package dev.litmus.processor.inference;

import dev.litmus.processor.inference.ParameterUse.Kind;
import dev.litmus.processor.schema.Column;
import dev.litmus.processor.scope.ColumnUse;
import dev.litmus.processor.scope.Relation;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Collate;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Expression.In;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Expression.Parenthesized;
import dev.litmus.processor.sql.tree.Expression.RowValue;
import dev.litmus.processor.sql.tree.Expression.Subquery;
import dev.litmus.processor.sql.tree.InSet;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What meets in a comparison: each side says what a parameter on the other should be. */
final class Comparison {

  private final ExpressionInference expressions;

  Comparison(ExpressionInference expressions) {
    this.expressions = expressions;
  }

  void meet(Kind kind, Expression left, Expression right) {
    Expression one = inner(left);
    Expression other = inner(right);
    if (one instanceof RowValue row && other instanceof RowValue values) {
      for (int i = 0; i < Math.min(row.items().size(), values.items().size()); i++) {
        meet(kind, row.items().get(i), values.items().get(i));
      }
    } else if (one instanceof RowValue row && other instanceof Subquery subquery) {
      rows(kind, row.items(), subquery.query());
    } else if (other instanceof RowValue row && one instanceof Subquery subquery) {
      rows(kind, row.items(), subquery.query());
    } else {
      expect(one, kind, other);
      expect(other, kind, one);
    }
  }

  private void rows(Kind kind, List<Expression> items, Query query) {
    Optional<List<Value>> columns = expressions.columns(query);
    for (int i = 0; columns.isPresent() && i < items.size(); i++) {
      if (i < columns.get().size()) {
        expressions.expect(items.get(i), kind, columns.get().get(i).type());
      }
    }
  }

  private void expect(Expression parameter, Kind kind, Expression other) {
    if (isParameter(parameter) && !isParameter(other)) {
      SqlType type = isSearchable(other) ? SqlType.TEXT : expressions.of(other).type();
      expressions.inferring().uses().expect(parameter, kind, type, column(other));
    } else if (isParameter(parameter)) {
      expressions.expect(parameter, kind, SqlType.ANY);
    }
  }

  /** A full-text table keeps anything, but is meant for text. */
  private boolean isSearchable(Expression expression) {
    return inner(expression) instanceof ColumnName name
        && expressions
            .inferring()
            .subject()
            .origin(name)
            .flatMap(Relation::table)
            .filter(VirtualTables::isFullText)
            .isPresent();
  }

  /** Returns the column of a table that an expression is. */
  private Optional<Column> column(Expression expression) {
    return inner(expression) instanceof ColumnName name
        ? expressions.inferring().subject().use(name).flatMap(ColumnUse::declared)
        : Optional.empty();
  }

  Value in(In in) {
    Value operand = expressions.of(in.operand());
    Optional<NullReason> item = item(in);
    if (in.negated() && in.set() instanceof InSet.Rows) {
      expressions.inferring().nullableSets().note(in, item);
    }
    Value value = Value.of(Classes.INTEGER);
    boolean empty = in.set() instanceof InSet.Values values && values.items().isEmpty();
    if (empty) {
      return value;
    }
    value = operand.nullReason().map(value::orNull).orElse(value);
    return item.map(value::orNull).orElse(value);
  }

  /** Returns why an item may be NULL. */
  private Optional<NullReason> item(In in) {
    if (in.set() instanceof InSet.Values values) {
      List<Value> items = new ArrayList<>();
      for (Expression item : values.items()) {
        items.add(expressions.of(item));
        meet(Kind.EQUATED, in.operand(), item);
      }
      return items.stream().flatMap(value -> value.nullReason().stream()).findFirst();
    }
    if (in.set() instanceof InSet.Rows rows) {
      List<Expression> items =
          inner(in.operand()) instanceof RowValue row ? row.items() : List.of(in.operand());
      rows(Kind.EQUATED, items, rows.query());
      return expressions
          .columns(rows.query())
          .map(columns ->
              columns.stream().flatMap(value -> value.nullReason().stream()).findFirst())
          .orElse(Optional.of(NullReason.of("the rows of IN may be NULL", in.span())));
    }
    InSet.Named named = (InSet.Named) in.set();
    return expressions
        .inferring()
        .queries()
        .fields(named.source(), expressions.context())
        .map(fields -> fields.values().stream()
            .flatMap(value -> value.nullReason().stream())
            .findFirst())
        .orElse(Optional.of(NullReason.of("the rows of IN may be NULL", in.span())));
  }

  static boolean isParameter(Expression expression) {
    return inner(expression) instanceof Parameter;
  }

  static boolean isRow(Expression expression) {
    return inner(expression) instanceof RowValue;
  }

  private static Expression inner(Expression expression) {
    if (expression instanceof Parenthesized parenthesized) {
      return inner(parenthesized.inner());
    }
    return expression instanceof Collate collate ? inner(collate.operand()) : expression;
  }
}
