package dev.litmus.processor.sql.tree;

/** An operator before its operand. */
public enum UnaryOperator {
  NEGATE("-"),
  PLUS("+"),
  BIT_NOT("~"),
  NOT("NOT");

  private final String text;

  UnaryOperator(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
