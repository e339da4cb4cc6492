package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.print.Printer;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.InSet;

/** An expression with the parentheses that show how it was read. */
final class Grouping {

  private Grouping() {}

  static String of(Expression e) {
    if (e instanceof Expression.Unary unary) {
      return "(" + unary.operator().text() + " " + of(unary.operand()) + ")";
    }
    if (e instanceof Expression.Binary binary) {
      return "(" + of(binary.left()) + " " + binary.operator().text() + " " + of(binary.right())
          + ")";
    }
    if (e instanceof Expression.NullTest test) {
      return "(" + of(test.operand()) + (test.negated() ? " NOTNULL)" : " ISNULL)");
    }
    if (e instanceof Expression.Like like) {
      return "(" + of(like.operand()) + not(like.negated()) + like.operator() + " "
          + of(like.pattern())
          + like.escape().map(escape -> " ESCAPE " + of(escape)).orElse("") + ")";
    }
    if (e instanceof Expression.Between between) {
      return "(" + of(between.operand()) + not(between.negated()) + "BETWEEN " + of(between.low())
          + " AND " + of(between.high()) + ")";
    }
    if (e instanceof Expression.In in) {
      InSet set = in.set();
      return "(" + of(in.operand()) + not(in.negated()) + "IN " + Printer.print(set) + ")";
    }
    if (e instanceof Expression.Collate collate) {
      return "(" + of(collate.operand()) + " COLLATE " + collate.collation().name() + ")";
    }
    return Printer.print(e);
  }

  private static String not(boolean negated) {
    return negated ? " NOT " : " ";
  }
}
