package dev.litmus.processor.sql;

import dev.litmus.processor.sql.tree.Span;
import dev.litmus.runtime.internal.sql.StatementSplitter;
import dev.litmus.runtime.internal.sql.Token;
import dev.litmus.runtime.internal.sql.TokenKind;
import dev.litmus.runtime.internal.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a query apart into words, parameters and statements. Together with the rest of this package it is the door from
 * the processor to the runtime's tokenizer: there is no second one.
 */
public final class QueryParser {

  private final String sql;
  private final List<Token> tokens;
  private final List<ParameterReference> parameters;

  private QueryParser(String sql) {
    this.sql = sql;
    this.tokens =
        Tokenizer.tokenize(sql).stream().filter(token -> !token.isComment()).toList();
    this.parameters = findParameters();
  }

  public static ParsedQuery parse(String sql) {
    QueryParser parser = new QueryParser(sql);
    return new ParsedQuery(
        sql,
        parser.tokens.stream().map(QueryParser::span).toList(),
        parser.words(),
        parser.parameters,
        parser.statements(),
        parser.invalid());
  }

  private List<Word> words() {
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (isWord(i) && !isInParameter(i)) {
        words.add(word(i, words));
      }
    }
    return words;
  }

  private Word word(int i, List<Word> before) {
    boolean qualified = i >= 2 && isOperator(i - 1, ".") && isWord(i - 2);
    Optional<Word> qualifier =
        qualified ? Optional.of(before.get(before.size() - 1)) : Optional.empty();
    boolean called = isOperator(i + 1, "(");
    return new Word(tokens.get(i).identifier(sql), span(tokens.get(i)), i, qualifier, called);
  }

  /** {@code :m.chatId} is one parameter with a path; SQLite itself would stop at the dot. */
  private List<ParameterReference> findParameters() {
    List<ParameterReference> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() != TokenKind.PARAMETER) {
        continue;
      }
      if (sql.charAt(token.start()) == '?') {
        found.add(new ParameterReference(span(token), List.of()));
        continue;
      }
      List<String> path = new ArrayList<>(List.of(sql.substring(token.start() + 1, token.end())));
      int last = i;
      while (isComponent(last)) {
        last += 2;
        path.add(tokens.get(last).text(sql));
      }
      found.add(new ParameterReference(Span.covering(span(token), span(tokens.get(last))), path));
    }
    return found;
  }

  private boolean isInParameter(int i) {
    Span word = span(tokens.get(i));
    return parameters.stream().anyMatch(parameter -> parameter.span().contains(word));
  }

  private boolean isComponent(int i) {
    return isOperator(i + 1, ".")
        && i + 2 < tokens.size()
        && tokens.get(i + 2).kind() == TokenKind.WORD
        && tokens.get(i).end() == tokens.get(i + 1).start()
        && tokens.get(i + 1).end() == tokens.get(i + 2).start();
  }

  private List<Span> statements() {
    return StatementSplitter.split(sql).stream()
        .map(span -> new Span(span.start(), span.end()))
        .toList();
  }

  private Optional<Span> invalid() {
    return tokens.stream()
        .filter(token -> token.kind() == TokenKind.INVALID)
        .findFirst()
        .map(QueryParser::span);
  }

  private boolean isWord(int i) {
    TokenKind kind = tokens.get(i).kind();
    return kind == TokenKind.WORD || kind == TokenKind.QUOTED_IDENTIFIER;
  }

  private boolean isOperator(int i, String operator) {
    return i < tokens.size() && tokens.get(i).isOperator(sql, operator);
  }

  private static Span span(Token token) {
    return new Span(token.start(), token.end());
  }
}
