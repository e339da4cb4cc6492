package dev.litmus.processor.inference;

import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.StorageClass;
import dev.litmus.processor.value.Value;
import java.util.Arrays;
import java.util.Optional;

/**
 * What operators make of their operands.
 *
 * @see <a href="https://sqlite.org/lang_expr.html#operators_and_parse_affecting_attributes">Operators</a>
 */
final class Operators {

  private Operators() {}

  /** Of operands that are numbers: an INTEGER of two INTEGERs, a REAL as soon as one is a REAL. */
  static Value arithmetic(Value left, Value right) {
    return new Value(
        arithmetic(left.expected(), right.expected()),
        arithmetic(left.possible(), right.possible()),
        left.nullReason().or(right::nullReason));
  }

  /** Text is read as a number, and a BLOB as text. */
  private static Classes arithmetic(Classes left, Classes right) {
    if (left.all().isEmpty() || right.all().isEmpty()) {
      return Classes.NONE;
    }
    if (left.equals(Classes.REAL) || right.equals(Classes.REAL)) {
      return Classes.REAL;
    }
    return left.equals(Classes.INTEGER) && right.equals(Classes.INTEGER)
        ? Classes.INTEGER
        : Classes.NUMBER;
  }

  /** {@code -a}: as {@code 0 - a}, but that text is a number only if it is one. */
  static Value negated(Value operand) {
    return arithmetic(Value.of(Classes.INTEGER), operand);
  }

  /** One class of its own, NULL as soon as one operand is: comparisons, LIKE, {@code ||}, bits. */
  static Value strict(Classes result, Value... operands) {
    Value value = Value.of(result);
    for (Value operand : operands) {
      value = operand.nullReason().map(value::orNull).orElse(value);
    }
    boolean always =
        Arrays.stream(operands).anyMatch(operand -> operand.possible().all().isEmpty());
    return always ? value.with(Classes.NONE, Classes.NONE) : value;
  }

  /** Returns the class of a number as it is written; one that does not fit into 64 bits is a REAL. */
  static Classes number(String digits) {
    String plain = digits.replace("_", "");
    if (plain.startsWith("0x") || plain.startsWith("0X")) {
      return Classes.INTEGER;
    }
    Optional<StorageClass> integer = fits(plain);
    return integer.map(Classes::of).orElse(Classes.REAL);
  }

  private static Optional<StorageClass> fits(String digits) {
    try {
      Long.parseLong(digits);
      return Optional.of(StorageClass.INTEGER);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
