package dev.litmus.processor.sql;

import dev.litmus.processor.sql.grammar.Grammar;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.runtime.internal.sql.SqlSpan;
import dev.litmus.runtime.internal.sql.StatementSplitter;
import dev.litmus.runtime.internal.sql.Token;
import dev.litmus.runtime.internal.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes SQL apart: tokens, parameters, statements and their structure. One statement that cannot be parsed does not keep
 * the next from it. Together with the packages below it is the door from the processor to the runtime's tokenizer: there
 * is no second one.
 */
public final class QueryParser {

  /** How messages call SQL that stands in an annotation. */
  public static final String IN_THE_QUERY = "in the query";

  private QueryParser() {}

  /** Never fails: what is wrong with the text is part of the result. */
  public static ParsedQuery parse(String sql) {
    return parse(sql, IN_THE_QUERY);
  }

  /** Takes SQL apart that stands elsewhere; {@code place} is how messages call that: {@code in chat/search.sql}. */
  public static ParsedQuery parse(String sql, String place) {
    List<Token> tokens = Lexemes.of(sql);
    return new ParsedQuery(
        place,
        sql,
        tokens.stream().map(QueryParser::span).toList(),
        tokens.stream()
            .filter(token -> token.kind() == TokenKind.PARAMETER)
            .map(token -> Parameter.of(span(token), token.text(sql)))
            .toList(),
        statements(sql, tokens),
        tokens.stream()
            .filter(token -> token.kind() == TokenKind.INVALID)
            .findFirst()
            .map(QueryParser::span));
  }

  private static List<ParsedStatement> statements(String sql, List<Token> tokens) {
    List<ParsedStatement> statements = new ArrayList<>();
    int first = 0;
    for (SqlSpan span : StatementSplitter.split(sql)) {
      while (tokens.get(first).start() < span.start()) {
        first++;
      }
      int next = first;
      while (next < tokens.size() && tokens.get(next).end() <= span.end()) {
        next++;
      }
      Grammar.Outcome outcome = Grammar.parse(sql, tokens.subList(first, next), span.end());
      statements.add(new ParsedStatement(
          new Span(span.start(), span.end()), outcome.statement(), outcome.error()));
      first = next;
    }
    return statements;
  }

  private static Span span(Token token) {
    return new Span(token.start(), token.end());
  }
}
