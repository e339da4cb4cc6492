package dev.litmus.processor.sql.print;

import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Literal.Kind;
import dev.litmus.processor.sql.tree.UnaryOperator;
import java.util.Locale;

/** The pieces of expressions. */
final class ExpressionPieces implements Expression.Visitor<Pieces> {

  static final ExpressionPieces VISITOR = new ExpressionPieces();

  private ExpressionPieces() {}

  @Override
  public Pieces literal(Expression.Literal literal) {
    boolean keyword = literal.kind() == Kind.NULL || literal.kind() == Kind.TIME;
    return new Pieces().text(keyword ? literal.text().toUpperCase(Locale.ROOT) : literal.text());
  }

  @Override
  public Pieces parameter(Expression.Parameter parameter) {
    return new Pieces().text(parameter.text());
  }

  @Override
  public Pieces columnName(Expression.ColumnName column) {
    return new Pieces().qualifier(column.schema()).qualifier(column.table()).node(column.name());
  }

  @Override
  public Pieces parenthesized(Expression.Parenthesized parenthesized) {
    return new Pieces().text("(").node(parenthesized.inner()).text(")");
  }

  @Override
  public Pieces rowValue(Expression.RowValue row) {
    return new Pieces().text("(").commas(row.items()).text(")");
  }

  @Override
  public Pieces unary(Expression.Unary unary) {
    Pieces pieces = new Pieces().text(unary.operator().text());
    return (unary.operator() == UnaryOperator.NOT ? pieces : pieces.glue()).node(unary.operand());
  }

  @Override
  public Pieces binary(Expression.Binary binary) {
    return new Pieces().node(binary.left()).text(binary.operator().text()).node(binary.right());
  }

  @Override
  public Pieces nullTest(Expression.NullTest test) {
    return new Pieces().node(test.operand()).text(test.negated() ? "NOTNULL" : "ISNULL");
  }

  @Override
  public Pieces like(Expression.Like like) {
    return new Pieces()
        .node(like.operand())
        .textIf(like.negated(), "NOT")
        .text(like.operator())
        .node(like.pattern())
        .node("ESCAPE", like.escape());
  }

  @Override
  public Pieces between(Expression.Between between) {
    return new Pieces()
        .node(between.operand())
        .textIf(between.negated(), "NOT")
        .text("BETWEEN")
        .node(between.low())
        .text("AND")
        .node(between.high());
  }

  @Override
  public Pieces in(Expression.In in) {
    return new Pieces()
        .node(in.operand())
        .textIf(in.negated(), "NOT")
        .text("IN")
        .node(in.set());
  }

  @Override
  public Pieces collate(Expression.Collate collate) {
    return new Pieces().node(collate.operand()).text("COLLATE").node(collate.collation());
  }

  @Override
  public Pieces cast(Expression.Cast cast) {
    return new Pieces()
        .text("CAST(")
        .glue()
        .node(cast.operand())
        .text("AS")
        .node(cast.type())
        .text(")");
  }

  @Override
  public Pieces caseOf(Expression.Case caseOf) {
    Pieces pieces = new Pieces().text("CASE").node(caseOf.operand());
    for (Expression.Case.When branch : caseOf.branches()) {
      pieces.text("WHEN").node(branch.condition()).text("THEN").node(branch.result());
    }
    return pieces.node("ELSE", caseOf.otherwise()).text("END");
  }

  @Override
  public Pieces call(Expression.Call call) {
    Pieces pieces = new Pieces()
        .node(call.function())
        .glue()
        .text("(")
        .textIf(call.star(), "*")
        .textIf(call.distinct(), "DISTINCT")
        .commas(call.arguments())
        .commas("ORDER BY", call.orderBy())
        .text(")");
    call.filter().ifPresent(filter -> pieces.text("FILTER (WHERE").node(filter).text(")"));
    return pieces.node("OVER", call.over());
  }

  @Override
  public Pieces exists(Expression.Exists exists) {
    return new Pieces().text("EXISTS (").glue().node(exists.query()).text(")");
  }

  @Override
  public Pieces subquery(Expression.Subquery subquery) {
    return new Pieces().text("(").node(subquery.query()).text(")");
  }

  @Override
  public Pieces raise(Expression.Raise raise) {
    return new Pieces()
        .text("RAISE(")
        .glue()
        .words(raise.action())
        .node(",", raise.message())
        .text(")");
  }
}
