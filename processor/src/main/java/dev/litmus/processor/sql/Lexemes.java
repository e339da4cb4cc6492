package dev.litmus.processor.sql;

import dev.litmus.runtime.internal.sql.Token;
import dev.litmus.runtime.internal.sql.TokenKind;
import dev.litmus.runtime.internal.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of a query as the processor sees them: the runtime's, without comments, and {@code :message.chatId} as one
 * parameter, where SQLite itself would stop at the dot.
 */
final class Lexemes {

  private final String sql;
  private final List<Token> tokens;

  private Lexemes(String sql) {
    this.sql = sql;
    this.tokens =
        Tokenizer.tokenize(sql).stream().filter(token -> !token.isComment()).toList();
  }

  static List<Token> of(String sql) {
    return new Lexemes(sql).joined();
  }

  private List<Token> joined() {
    List<Token> joined = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean named = token.kind() == TokenKind.PARAMETER && sql.charAt(token.start()) != '?';
      int last = i;
      while (named && isComponent(last)) {
        last += 2;
      }
      joined.add(new Token(token.kind(), token.start(), tokens.get(last).end()));
      i = last;
    }
    return joined;
  }

  /** Tells whether a dot and a word follow without a gap. */
  private boolean isComponent(int i) {
    return i + 2 < tokens.size()
        && tokens.get(i + 1).isOperator(sql, ".")
        && tokens.get(i + 2).kind() == TokenKind.WORD
        && tokens.get(i).end() == tokens.get(i + 1).start()
        && tokens.get(i + 1).end() == tokens.get(i + 2).start();
  }
}
