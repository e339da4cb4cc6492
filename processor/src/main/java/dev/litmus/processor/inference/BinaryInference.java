package dev.litmus.processor.inference;

import dev.litmus.processor.inference.ParameterUse.Kind;
import dev.litmus.processor.sql.tree.BinaryOperator;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Binary;
import dev.litmus.processor.sql.tree.Expression.Literal;
import dev.litmus.processor.sql.tree.Expression.Parenthesized;
import dev.litmus.processor.sql.tree.Expression.Unary;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.Value;
import java.math.BigDecimal;

/** What an operator between two operands yields. */
final class BinaryInference {

  private final ExpressionInference expressions;

  BinaryInference(ExpressionInference expressions) {
    this.expressions = expressions;
  }

  Value of(Binary binary) {
    return switch (binary.operator()) {
      case OR, AND -> strict(binary, Classes.INTEGER, SqlType.INTEGER);
      case EQUAL, NOT_EQUAL -> compared(binary, Kind.EQUATED);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> compared(binary, Kind.COMPARED);
      case IS, IS_NOT -> {
        compared(binary, Kind.TESTED);
        yield Value.of(Classes.INTEGER);
      }
      case BIT_AND, BIT_OR, SHIFT_LEFT, SHIFT_RIGHT ->
        strict(binary, Classes.INTEGER, SqlType.INTEGER);
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> arithmetic(binary);
      case CONCATENATE -> strict(binary, Classes.TEXT, SqlType.TEXT);
      case JSON -> json(binary, Classes.TEXT);
      case JSON_VALUE -> json(binary, Classes.ANY);
    };
  }

  private Value strict(Binary binary, Classes result, SqlType operand) {
    expressions.expect(binary.left(), Kind.OTHER, operand);
    expressions.expect(binary.right(), Kind.OTHER, operand);
    Value value =
        Operators.strict(result, expressions.of(binary.left()), expressions.of(binary.right()));
    boolean logical =
        binary.operator() == BinaryOperator.AND || binary.operator() == BinaryOperator.OR;
    return logical ? value.with(result, result) : value;
  }

  private Value compared(Binary binary, Kind kind) {
    Value left = expressions.of(binary.left());
    Value right = expressions.of(binary.right());
    new Comparison(expressions).meet(kind, binary.left(), binary.right());
    Value value = Operators.strict(Classes.INTEGER, left, right);
    boolean rows = Comparison.isRow(binary.left()) || Comparison.isRow(binary.right());
    return rows ? value.with(Classes.INTEGER, Classes.INTEGER) : value;
  }

  private Value arithmetic(Binary binary) {
    Value left = expressions.of(binary.left());
    Value right = expressions.of(binary.right());
    expressions.expect(binary.left(), Kind.OTHER, number(right));
    expressions.expect(binary.right(), Kind.OTHER, number(left));
    Value value = Operators.arithmetic(left, right);
    boolean divides =
        binary.operator() == BinaryOperator.DIVIDE || binary.operator() == BinaryOperator.REMAINDER;
    return divides && !isNotZero(binary.right(), binary.operator())
        ? value.orNull(NullReason.of("a division by zero is NULL", binary.span()))
        : value;
  }

  private static SqlType number(Value other) {
    SqlType type = other.type();
    return type == SqlType.INTEGER || type == SqlType.REAL ? type : SqlType.NUMERIC;
  }

  /** Of a remainder, the whole part counts. */
  private static boolean isNotZero(Expression divisor, BinaryOperator operator) {
    if (divisor instanceof Parenthesized parenthesized) {
      return isNotZero(parenthesized.inner(), operator);
    }
    if (divisor instanceof Unary unary) {
      return switch (unary.operator()) {
        case PLUS, NEGATE -> isNotZero(unary.operand(), operator);
        case BIT_NOT, NOT -> false;
      };
    }
    if (!(divisor instanceof Literal literal)
        || (literal.kind() != Literal.Kind.INTEGER && literal.kind() != Literal.Kind.REAL)) {
      return false;
    }
    try {
      BigDecimal value = new BigDecimal(literal.text().replace("_", ""));
      // Anything smaller may be zero to a double.
      BigDecimal least = operator == BinaryOperator.REMAINDER ? BigDecimal.ONE : LEAST;
      return value.compareTo(least) >= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static final BigDecimal LEAST = new BigDecimal("1e-300");

  private Value json(Binary binary, Classes result) {
    expressions.expect(binary.left(), Kind.OTHER, SqlType.TEXT);
    expressions.expect(binary.right(), Kind.OTHER, SqlType.TEXT);
    Value left = expressions.of(binary.left());
    Value right = expressions.of(binary.right());
    return Operators.strict(result, left, right)
        .orNull(NullReason.of(
            "`" + binary.operator().text() + "` is NULL when the JSON has no such element",
            binary.span()));
  }
}
