package dev.litmus.processor.sql.grammar;

/** Leaves the grammar's rules; never leaves this package. */
final class SyntaxException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient SyntaxError error;

  SyntaxException(SyntaxError error) {
    super("syntax error", null, false, false);
    this.error = error;
  }

  SyntaxError error() {
    return error;
  }
}
