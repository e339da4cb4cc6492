package dev.litmus.examples.chat;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns what a person typed into a query of <a href="https://sqlite.org/fts5.html#full_text_query_syntax">FTS5</a>: each
 * word in quotes, so that {@code it's}, {@code C++} or {@code content:x} are words and not syntax.
 */
final class SearchTerms {

  /** What stands between words; half a character, which a cut-off paste may end with, cannot be stored either. */
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}\\p{Cs}]+");

  private SearchTerms() {}

  /** Returns the query; empty when the text has no letter and no digit, for which nothing can be found. */
  static Optional<String> of(String typed) {
    String terms = SPACE
        .splitAsStream(typed)
        .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
        .map(word -> '"' + word.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(" "));
    return terms.isEmpty() ? Optional.empty() : Optional.of(terms);
  }
}
