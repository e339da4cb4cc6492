package dev.litmus.processor.sql.tree;

/**
 * An operator between two operands. {@code ==} and {@code <>} are other spellings of {@code =} and {@code !=}, {@code IS
 * DISTINCT FROM} of {@code IS NOT}.
 */
public enum BinaryOperator {
  OR("OR"),
  AND("AND"),
  EQUAL("="),
  NOT_EQUAL("<>"),
  IS("IS"),
  IS_NOT("IS NOT"),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  BIT_AND("&"),
  BIT_OR("|"),
  SHIFT_LEFT("<<"),
  SHIFT_RIGHT(">>"),
  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  DIVIDE("/"),
  REMAINDER("%"),
  CONCATENATE("||"),
  JSON("->"),
  JSON_VALUE("->>");

  private final String text;

  BinaryOperator(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
