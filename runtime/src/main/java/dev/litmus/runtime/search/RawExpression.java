package dev.litmus.runtime.search;

/** Keeps an expression that somebody else wrote within the parentheses that are put around it. */
final class RawExpression {

  private RawExpression() {}

  /**
   * Looks at quotes and parentheses alone, since nothing else could end an operand.
   *
   * @throws IllegalArgumentException when one of them has no partner, or at a NUL, where FTS5 would stop reading
   */
  static void check(String expression) {
    int open = 0;
    boolean quoted = false;
    for (int at = 0; at < expression.length(); at++) {
      char c = expression.charAt(at);
      if (c == '\0') {
        throw invalid("a NUL", at);
      }
      if (c == '"') {
        // A doubled quote within a string ends it and begins it again.
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        open++;
      } else if (!quoted && c == ')' && --open < 0) {
        throw invalid("a parenthesis that was not opened", at);
      }
    }
    if (quoted) {
      throw invalid("a string that does not end", expression.lastIndexOf('"'));
    }
    if (open > 0) {
      throw invalid("a parenthesis that is not closed", expression.length());
    }
  }

  private static IllegalArgumentException invalid(String what, int at) {
    return new IllegalArgumentException("a search expression has " + what + ", at index " + at);
  }
}
