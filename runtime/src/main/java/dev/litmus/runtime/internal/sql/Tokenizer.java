package dev.litmus.runtime.internal.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL text exactly where SQLite does, in one pass, and never fails: what SQLite calls an unrecognized token becomes
 * {@link TokenKind#INVALID} with the extent that SQLite reports.
 *
 * <p>Source: <a href="https://sqlite.org/lang_expr.html">literals and parameters</a>, <a
 * href="https://sqlite.org/lang_keywords.html">quoting</a>, <a href="https://sqlite.org/lang_comment.html">comments</a>,
 * and the requirements of <a href="https://sqlite.org/src/file/src/tokenize.c">tokenize.c</a>, whose corner cases
 * the tests compare with the engine.
 */
public final class Tokenizer {

  private static final char END = '\0';

  /** White space wherever a token could start, but a letter within a word. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String sql;
  private final int length;
  private final List<Token> tokens = new ArrayList<>();

  private Tokenizer(String sql) {
    this.sql = sql;
    this.length = sql.length();
  }

  /** All tokens in order, comments included; between them is nothing but white space. */
  public static List<Token> tokenize(String sql) {
    return new Tokenizer(sql).run();
  }

  private List<Token> run() {
    int position = 0;
    while (position < length) {
      char c = sql.charAt(position);
      if (c == BYTE_ORDER_MARK) {
        position++;
      } else if (startsSpace(c)) {
        position = endOfSpace(position + 1);
      } else {
        Token token = tokenAt(position);
        tokens.add(token);
        position = token.end();
      }
    }
    return List.copyOf(tokens);
  }

  private Token tokenAt(int start) {
    char c = sql.charAt(start);
    return switch (c) {
      case '\'' -> quoted(start, TokenKind.STRING);
      case '"', '`' -> quoted(start, TokenKind.QUOTED_IDENTIFIER);
      case '[' -> bracketed(start);
      case '?' -> new Token(TokenKind.PARAMETER, start, endOfDigits(start + 1));
      case ':', '@', '$' -> named(start, TokenKind.PARAMETER);
      // SQLite keeps this form for itself: what it makes of one in a user's statement is not
      // documented.
      case '#' -> named(start, TokenKind.INVALID);
      case '-' -> at(start + 1) == '-' ? lineComment(start) : operator(start);
      case '/' ->
        at(start + 1) == '*' && start + 2 < length ? blockComment(start) : operator(start);
      case '.' -> isDigit(at(start + 1)) ? number(start) : operator(start);
      case 'x', 'X' -> at(start + 1) == '\'' ? blob(start) : word(start);
      default -> isDigit(c) ? number(start) : isIdentifierPart(c) ? word(start) : operator(start);
    };
  }

  private Token quoted(int start, TokenKind kind) {
    char quote = sql.charAt(start);
    int i = start + 1;
    while (i < length) {
      if (sql.charAt(i) != quote) {
        i++;
      } else if (at(i + 1) == quote) {
        i += 2;
      } else {
        return new Token(kind, start, i + 1);
      }
    }
    return new Token(TokenKind.INVALID, start, length);
  }

  private Token bracketed(int start) {
    int close = sql.indexOf(']', start);
    return close < 0
        ? new Token(TokenKind.INVALID, start, length)
        : new Token(TokenKind.QUOTED_IDENTIFIER, start, close + 1);
  }

  private Token blob(int start) {
    int firstDigit = start + 2;
    int i = firstDigit;
    while (isHexDigit(at(i))) {
      i++;
    }
    if (at(i) == '\'' && (i - firstDigit) % 2 == 0) {
      return new Token(TokenKind.BLOB, start, i + 1);
    }
    int close = sql.indexOf('\'', i);
    return new Token(TokenKind.INVALID, start, close < 0 ? length : close + 1);
  }

  /** The Tcl forms, {@code ::} anywhere and one {@code (suffix)} at the end, belong to every prefix, not only $. */
  private Token named(int start, TokenKind kind) {
    int named = 0;
    int i = start + 1;
    while (i < length) {
      char c = sql.charAt(i);
      if (isIdentifierPart(c)) {
        named++;
        i++;
      } else if (c == '(' && named > 0) {
        return suffixed(start, i, kind);
      } else if (c == ':' && at(i + 1) == ':') {
        i += 2;
      } else {
        break;
      }
    }
    return new Token(named == 0 ? TokenKind.INVALID : kind, start, i);
  }

  private Token suffixed(int start, int open, TokenKind kind) {
    int i = open + 1;
    while (i < length && sql.charAt(i) != ')' && !continuesSpace(sql.charAt(i))) {
      i++;
    }
    return at(i) == ')' ? new Token(kind, start, i + 1) : new Token(TokenKind.INVALID, start, i);
  }

  private Token lineComment(int start) {
    int lineFeed = sql.indexOf('\n', start);
    return new Token(TokenKind.LINE_COMMENT, start, lineFeed < 0 ? length : lineFeed);
  }

  private Token blockComment(int start) {
    int close = sql.indexOf("*/", start + 2);
    return new Token(TokenKind.BLOCK_COMMENT, start, close < 0 ? length : close + 2);
  }

  private Token number(int start) {
    int i;
    if (sql.charAt(start) == '0'
        && (at(start + 1) == 'x' || at(start + 1) == 'X')
        && isHexDigit(at(start + 2))) {
      i = start + 2;
      while (isHexDigit(at(i)) || at(i) == '_') {
        i++;
      }
    } else {
      i = endOfDecimal(start);
    }
    int end = i;
    while (isIdentifierPart(at(end))) {
      end++;
    }
    boolean valid = end == i && separatorsStandBetweenDigits(start, end);
    return new Token(valid ? TokenKind.NUMBER : TokenKind.INVALID, start, end);
  }

  private int endOfDecimal(int start) {
    int i = endOfSeparatedDigits(start);
    if (at(i) == '.') {
      i = endOfSeparatedDigits(i + 1);
    }
    if (at(i) == 'e' || at(i) == 'E') {
      boolean signed = at(i + 1) == '+' || at(i + 1) == '-';
      int exponent = signed ? i + 2 : i + 1;
      if (isDigit(at(exponent))) {
        i = endOfSeparatedDigits(exponent);
      }
    }
    return i;
  }

  private boolean separatorsStandBetweenDigits(int start, int end) {
    for (int i = start; i < end; i++) {
      if (sql.charAt(i) == '_' && !(isHexDigit(at(i - 1)) && isHexDigit(at(i + 1)))) {
        return false;
      }
    }
    return true;
  }

  private Token word(int start) {
    int i = start + 1;
    while (isIdentifierPart(at(i))) {
      i++;
    }
    return new Token(TokenKind.WORD, start, i);
  }

  private Token operator(int start) {
    char c = sql.charAt(start);
    char next = at(start + 1);
    int width = switch (c) {
      case '-' -> next != '>' ? 1 : at(start + 2) == '>' ? 3 : 2;
      case '=', '>', '<', '!', '|' -> isPair(c, next) ? 2 : 1;
      default -> 1;
    };
    boolean known = "-+*/%()=<>|&~,;.".indexOf(c) >= 0 || (c == '!' && width == 2);
    return new Token(known ? TokenKind.OPERATOR : TokenKind.INVALID, start, start + width);
  }

  private static boolean isPair(char first, char second) {
    return switch (first) {
      case '=', '!' -> second == '=';
      case '<' -> second == '=' || second == '>' || second == '<';
      case '>' -> second == '=' || second == '>';
      case '|' -> second == '|';
      default -> false;
    };
  }

  private int endOfDigits(int from) {
    int i = from;
    while (isDigit(at(i))) {
      i++;
    }
    return i;
  }

  private int endOfSeparatedDigits(int from) {
    int i = from;
    while (isDigit(at(i)) || at(i) == '_') {
      i++;
    }
    return i;
  }

  private int endOfSpace(int from) {
    int i = from;
    while (i < length && continuesSpace(sql.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The character there, or NUL behind the end. NUL belongs to no token, so the two need not be told apart. */
  private char at(int index) {
    return index < length ? sql.charAt(index) : END;
  }

  private static boolean startsSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  /** A vertical tab continues white space but cannot start it; SQLite uses two tables here. */
  private static boolean continuesSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHexDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isIdentifierPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || isDigit(c)
        || c == '_'
        || c == '$'
        || c >= 0x80;
  }
}
