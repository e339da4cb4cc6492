package dev.litmus.runtime.internal.dynamic;

import dev.litmus.runtime.internal.sql.Token;
import dev.litmus.runtime.internal.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The tokens of one statement, without comments, by their place. Behind the end are no tokens but empty words, so that
 * looking ahead needs no checks.
 */
final class Words {

  private final String sql;
  private final List<Token> tokens;

  Words(String sql, List<Token> tokens) {
    this.sql = sql;
    this.tokens = tokens.stream().filter(token -> !token.isComment()).toList();
  }

  int size() {
    return tokens.size();
  }

  Token token(int place) {
    return tokens.get(place);
  }

  /** Returns the bare word there in capitals; empty for anything else, also for words with letters beyond ASCII. */
  String keyword(int place) {
    if (!has(place) || tokens.get(place).kind() != TokenKind.WORD) {
      return "";
    }
    String text = tokens.get(place).text(sql);
    return text.chars().allMatch(c -> c < 0x80) ? text.toUpperCase(Locale.ROOT) : "";
  }

  /** Returns the name there in small letters, quoted or not; empty for anything else. */
  String name(int place) {
    if (!has(place)) {
      return "";
    }
    Token token = tokens.get(place);
    boolean isName = token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_IDENTIFIER;
    return isName ? token.identifier(sql).toLowerCase(Locale.ROOT) : "";
  }

  boolean isOperator(int place, String operator) {
    return has(place) && tokens.get(place).isOperator(sql, operator);
  }

  /** Whether nothing, not even white space, stands between a token and the next. */
  boolean touchesNext(int place) {
    return has(place + 1) && tokens.get(place).end() == tokens.get(place + 1).start();
  }

  /** Returns the places of the tokens that stand in no parentheses; a parenthesis itself stands in none. */
  List<Integer> outermost() {
    List<Integer> places = new ArrayList<>();
    int depth = 0;
    for (int place = 0; place < tokens.size(); place++) {
      depth -= isOperator(place, ")") ? 1 : 0;
      if (depth <= 0) {
        places.add(place);
      }
      depth += isOperator(place, "(") ? 1 : 0;
    }
    return places;
  }

  private boolean has(int place) {
    return place >= 0 && place < tokens.size();
  }
}
