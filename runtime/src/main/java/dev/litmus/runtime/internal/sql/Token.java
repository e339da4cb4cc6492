package dev.litmus.runtime.internal.sql;

/**
 * One token of an SQL text. It holds positions only, so every helper takes the text that it was cut from.
 *
 * @param kind what it is
 * @param start offset of its first UTF-16 unit
 * @param end offset behind its last UTF-16 unit
 */
public record Token(TokenKind kind, int start, int end) {

  /** The token as written. */
  public String text(String sql) {
    return sql.substring(start, end);
  }

  /** Whether this is a bare word spelt like the given upper-case keyword, in any case of its ASCII letters. */
  public boolean isKeyword(String sql, String keyword) {
    if (kind != TokenKind.WORD || end - start != keyword.length()) {
      return false;
    }
    for (int i = 0; i < keyword.length(); i++) {
      if (upper(sql.charAt(start + i)) != keyword.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether this is exactly the given operator, parenthesis or separator. */
  public boolean isOperator(String sql, String operator) {
    return kind == TokenKind.OPERATOR
        && end - start == operator.length()
        && sql.startsWith(operator, start);
  }

  public boolean isComment() {
    return kind == TokenKind.LINE_COMMENT || kind == TokenKind.BLOCK_COMMENT;
  }

  /**
   * The name that this word or quoted identifier stands for: without its quotes, doubled quotes made single. Brackets
   * have no way to contain a closing bracket.
   *
   * @throws IllegalStateException for any other kind of token
   */
  public String identifier(String sql) {
    if (kind == TokenKind.WORD) {
      return text(sql);
    }
    if (kind != TokenKind.QUOTED_IDENTIFIER) {
      throw new IllegalStateException(kind + " is not an identifier: " + text(sql));
    }
    char quote = sql.charAt(start);
    String inner = sql.substring(start + 1, end - 1);
    return quote == '[' ? inner : inner.replace("" + quote + quote, "" + quote);
  }

  /** SQLite folds the case of ASCII letters only; {@code String} would take the Kelvin sign for a K. */
  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - ('a' - 'A')) : c;
  }
}
