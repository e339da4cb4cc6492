package dev.litmus.processor.sql;

import dev.litmus.processor.problem.Excerpt;
import dev.litmus.processor.sql.tree.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A query as written, taken apart.
 *
 * @param text the SQL of the annotation
 * @param tokens every token, comments left out
 * @param words the keywords and identifiers
 * @param parameters the parameters, in the order of the text
 * @param statements each statement, without the semicolon that ends it
 * @param invalid the first piece that is no token of SQLite's: an unterminated string, a stray character
 */
public record ParsedQuery(
    String text,
    List<Span> tokens,
    List<Word> words,
    List<ParameterReference> parameters,
    List<Span> statements,
    Optional<Span> invalid) {

  public ParsedQuery {
    tokens = List.copyOf(tokens);
    words = List.copyOf(words);
    parameters = List.copyOf(parameters);
    statements = List.copyOf(statements);
  }

  /** Returns the keyword that the query begins with, in upper case; empty when it begins otherwise. */
  public String verb() {
    boolean startsWithWord = !words.isEmpty() && words.get(0).position() == 0;
    return startsWithWord ? words.get(0).name().toUpperCase(Locale.ROOT) : "";
  }

  /** Tells whether a name stands somewhere in the query for itself, and not just before a dot. */
  public boolean names(String name) {
    return words.stream().anyMatch(word -> word.is(name) && !qualifies(word));
  }

  /** Tells whether a word stands before a dot. */
  public boolean qualifies(Word word) {
    int next = word.position() + 1;
    return next < tokens.size() && textOf(tokens.get(next)).equals(".");
  }

  /** Returns the query with a stretch of it underlined. */
  public Excerpt excerpt(Span span) {
    return new Excerpt("in the query", text, span.start(), span.end());
  }

  public String textOf(Span span) {
    return text.substring(span.start(), span.end());
  }
}
