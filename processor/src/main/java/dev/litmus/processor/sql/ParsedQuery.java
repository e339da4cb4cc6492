package dev.litmus.processor.sql;

import dev.litmus.processor.problem.Excerpt;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.sql.tree.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * SQL as written, taken apart. Usually one statement; how many are allowed is for others to say.
 *
 * @param place how messages call the text: {@code in the query}
 * @param text the SQL of the annotation, or of the file it names
 * @param tokens every token, comments left out; a parameter with its path is one
 * @param parameters the parameters, in the order of the text
 * @param statements each statement, in the order of the text
 * @param invalid the first piece that is no token of SQLite's: an unterminated string, a stray character
 */
public record ParsedQuery(
    String place,
    String text,
    List<Span> tokens,
    List<Parameter> parameters,
    List<ParsedStatement> statements,
    Optional<Span> invalid) {

  private static final int LONGEST_IN_A_SENTENCE = 40;

  public ParsedQuery {
    tokens = List.copyOf(tokens);
    parameters = List.copyOf(parameters);
    statements = List.copyOf(statements);
  }

  /** Returns the first statement, the only one that would run; the text must have one. */
  public ParsedStatement statement() {
    return statements.get(0);
  }

  /** Returns the structure of the first statement, if it is known. */
  public Optional<Statement> tree() {
    return statements.stream().findFirst().flatMap(ParsedStatement::tree);
  }

  /** Returns what gives the rows of the first statement their columns; none when it has no rows, or no tree. */
  public List<ResultTerm> results() {
    return tree().map(ParsedQuery::results).orElse(List.of());
  }

  private static List<ResultTerm> results(Statement tree) {
    if (tree instanceof Change change) {
      return change.returning();
    }
    return tree instanceof Query query && query.first() instanceof SelectCore.Select select
        ? select.results()
        : List.of();
  }

  /** Returns all pieces of one kind in the first statement, in the order of the text; none when it has no tree. */
  public <T extends Node> Stream<T> all(Class<T> kind) {
    return tree().stream().flatMap(tree -> tree.all(kind));
  }

  /** Returns the keyword that the query begins with, in upper case; empty when it begins otherwise. */
  public String verb() {
    String first = tokens.isEmpty() ? "" : textOf(tokens.get(0));
    return first.matches("\\p{Alpha}+") ? first.toUpperCase(Locale.ROOT) : "";
  }

  /** Returns the query with a stretch of it underlined. */
  public Excerpt excerpt(Span span) {
    return new Excerpt(place, text, span.start(), span.end());
  }

  /** Returns the number of the line that a stretch begins in, from 1. */
  public int lineOf(Span span) {
    return (int) Pattern.compile("\\R")
            .matcher(text.substring(0, span.start()))
            .results()
            .count()
        + 1;
  }

  public String textOf(Span span) {
    return text.substring(span.start(), span.end());
  }

  /** Returns the text of a piece, when it is short enough for a sentence. */
  public Optional<String> shortTextOf(Node piece) {
    return Optional.of(textOf(piece.span()))
        .filter(words -> words.length() <= LONGEST_IN_A_SENTENCE && !words.contains("\n"));
  }
}
