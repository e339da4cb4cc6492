package dev.litmus.processor.sql;

import dev.litmus.processor.sql.tree.Span;
import java.util.Optional;

/**
 * A keyword or identifier of a query.
 *
 * @param name the name without its quotes
 * @param span where it stands, quotes included
 * @param position its number among the query's tokens, comments not counted; neighbours differ by one
 * @param qualifier the word before its dot: {@code m} in {@code m.id}
 * @param called whether a parenthesis follows
 */
public record Word(String name, Span span, int position, Optional<Word> qualifier, boolean called) {

  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }
}
