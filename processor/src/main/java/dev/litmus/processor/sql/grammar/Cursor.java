package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Identifier.Quote;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.runtime.internal.sql.Token;
import dev.litmus.runtime.internal.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the tokens of one statement and remembers what it looked for at the place it is at, for messages. Never
 * goes back.
 *
 * <p>Keywords and punctuation are named by their text, keywords in upper case.
 */
final class Cursor {

  /** SQLite allows expressions 1000 deep; deeper than this the tree could not be walked safely. */
  private static final int DEEPEST = 1000;

  /**
   * How deep rules may call each other. Measured: a stack of 512 KB holds about 200 of these levels when nothing is
   * compiled yet, whatever is nested; the rest is left to whoever calls.
   */
  private static final int DEEPEST_NESTING = 120;

  private final String sql;
  private final List<Token> tokens;
  private final int end;
  private final List<String> expected = new ArrayList<>();

  /** The words among the tokens in upper case, null for other tokens: each is looked at many times. */
  private final @Nullable String[] words;

  private int at;
  private int depth;

  /**
   * Starts at the first token.
   *
   * @param tokens a statement's tokens, no comments among them
   * @param end the offset behind the last
   */
  Cursor(String sql, List<Token> tokens, int end) {
    this.sql = sql;
    this.tokens = tokens;
    this.end = end;
    this.words = new String[tokens.size()];
    for (int i = 0; i < words.length; i++) {
      if (tokens.get(i).kind() == TokenKind.WORD) {
        words[i] = Keywords.upper(tokens.get(i).text(sql));
      }
    }
  }

  boolean isAtEnd() {
    return at >= tokens.size();
  }

  /** Tells whether a keyword or a punctuation mark stands here, and remembers that it could. */
  boolean at(String text) {
    boolean found = isNext(0, text);
    if (!found) {
      expected.add(text);
    }
    return found;
  }

  /** Tells the same of another token, counted from here, and remembers nothing. */
  boolean isNext(int ahead, String text) {
    int index = at + ahead;
    if (index < 0 || index >= tokens.size()) {
      return false;
    }
    return Character.isLetter(text.charAt(0))
        ? text.equals(words[index])
        : tokens.get(index).isOperator(sql, text);
  }

  boolean accept(String text) {
    boolean found = at(text);
    if (found) {
      advance();
    }
    return found;
  }

  void expect(String text) throws SyntaxException {
    if (!accept(text)) {
      throw error();
    }
  }

  /** Accepts words that only mean something together: {@code GROUP BY}. */
  boolean accept(String first, String second) throws SyntaxException {
    if (!isNext(0, first)) {
      expected.add(first + " " + second);
      return false;
    }
    advance();
    expect(second);
    return true;
  }

  /** Accepts two words only when both are there. */
  boolean acceptBoth(String first, String second) {
    boolean both = isNext(0, first) && isNext(1, second);
    if (both) {
      advance();
      advance();
    } else {
      expected.add(first + " " + second);
    }
    return both;
  }

  Token advance() {
    expected.clear();
    return tokens.get(at++);
  }

  boolean isKind(TokenKind kind) {
    return isKind(0, kind);
  }

  boolean isKind(int ahead, TokenKind kind) {
    return at + ahead < tokens.size() && tokens.get(at + ahead).kind() == kind;
  }

  /** Returns the token here as written; empty at the end. */
  String text() {
    return isAtEnd() ? "" : tokens.get(at).text(sql);
  }

  /** Returns the word here, or further on, in upper case; empty when something else stands there. */
  String word(int ahead) {
    int index = at + ahead;
    String word = index < words.length ? words[index] : null;
    return word == null ? "" : word;
  }

  String textOf(Token token) {
    return token.text(sql);
  }

  /** Returns the text from one offset up to the last token taken. */
  String textFrom(int start) {
    return sql.substring(start, tokens.get(at - 1).end());
  }

  /** Tells whether a name can stand here: a word that is not reserved, a quoted name, a string. */
  boolean isName() {
    return isName(0);
  }

  boolean isName(int ahead) {
    return isWord(ahead)
        || isKind(ahead, TokenKind.QUOTED_IDENTIFIER)
        || isKind(ahead, TokenKind.STRING);
  }

  private boolean isWord(int ahead) {
    return isKind(ahead, TokenKind.WORD)
        && !Keywords.isReserved(word(ahead))
        && !isWindowKeyword(ahead);
  }

  /** {@code WINDOW}, {@code OVER} and {@code FILTER} are names unless the tokens around them say otherwise. */
  private boolean isWindowKeyword(int ahead) {
    boolean opens = isNext(ahead + 1, "(");
    return (isNext(ahead, "WINDOW") && isWindowName(ahead + 1) && isNext(ahead + 2, "AS"))
        || (isNext(ahead - 1, ")")
            && ((isNext(ahead, "OVER") && (opens || isWindowName(ahead + 1)))
                || (isNext(ahead, "FILTER") && opens)));
  }

  /** Tells whether a name stands here that is no word of a join either, nor {@code INDEXED}. */
  boolean isPlainName() {
    return isName() && !Keywords.isJoin(word(0)) && !isNext(0, "INDEXED");
  }

  /** Takes such a name. */
  Identifier plainName(String what) throws SyntaxException {
    if (!isPlainName()) {
      throw error(what);
    }
    return name(what);
  }

  boolean isWindowClause() {
    return isNext(0, "WINDOW") && isWindowKeyword(0);
  }

  /** Tells whether a later token is a name that makes keywords of {@code WINDOW} and {@code OVER}. */
  boolean isWindowName(int ahead) {
    boolean word = isKind(ahead, TokenKind.WORD);
    return word
        ? !Keywords.isReserved(word(ahead)) && !isNext(ahead, "FILTER") && !isNext(ahead, "INDEXED")
        : isName(ahead);
  }

  /** Takes a name; {@code what} says of what, for messages. */
  Identifier name(String what) throws SyntaxException {
    if (!isName()) {
      throw error(what);
    }
    Token token = advance();
    Span span = new Span(token.start(), token.end());
    return switch (token.kind()) {
      case WORD -> new Identifier(span, token.text(sql), Quote.NONE);
      case STRING -> {
        String inner = sql.substring(token.start() + 1, token.end() - 1);
        yield new Identifier(span, inner.replace("''", "'"), Quote.SINGLE);
      }
      default -> new Identifier(span, token.identifier(sql), quote(token));
    };
  }

  private Quote quote(Token token) {
    return switch (sql.charAt(token.start())) {
      case '"' -> Quote.DOUBLE;
      case '`' -> Quote.BACKTICK;
      default -> Quote.BRACKET;
    };
  }

  /** Returns where the token here begins. */
  int start() {
    return isAtEnd() ? end : tokens.get(at).start();
  }

  /** Returns what stands from an offset to the last token taken. */
  Span spanFrom(int start) {
    return new Span(start, tokens.get(at - 1).end());
  }

  /** Remembers that something could have stood here. */
  void couldBe(String what) {
    expected.add(what);
  }

  SyntaxException error(String what) {
    expected.add(what);
    return error();
  }

  /** What stands here is none of the things that were looked for. */
  SyntaxException error() {
    Span span = isAtEnd()
        ? new Span(end, end)
        : new Span(tokens.get(at).start(), tokens.get(at).end());
    return new SyntaxException(
        new SyntaxError(span, expected.stream().distinct().toList()));
  }

  /** The statement is complete, and something stands behind it. */
  SyntaxException excess() {
    return expected.isEmpty() ? error("the end of the statement") : error();
  }

  /** Goes a level deeper; each call has its {@link #leave()}, unless parsing ends. */
  void enter() throws SyntaxException {
    depth++;
    if (depth > DEEPEST_NESTING) {
      throw tooDeep();
    }
  }

  void leave() {
    depth--;
  }

  /** Fails when a tree of this height would hang too deep. */
  void check(int height) throws SyntaxException {
    if (depth + height > DEEPEST) {
      throw tooDeep();
    }
  }

  private SyntaxException tooDeep() {
    int start = start();
    return new SyntaxException(new SyntaxError(new Span(start, start), List.of()));
  }
}
