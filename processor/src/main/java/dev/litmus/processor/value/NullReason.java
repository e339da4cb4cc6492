package dev.litmus.processor.value;

import dev.litmus.processor.sql.tree.Span;
import java.util.Optional;

/**
 * Why a value may be NULL.
 *
 * @param words a sentence for a message: {@code `d` comes from a LEFT JOIN, so its columns are NULL when nothing matches}
 * @param at the piece of the query that is the cause; empty when that is elsewhere, as in a view
 */
public record NullReason(String words, Optional<Span> at) {

  public static NullReason of(String words) {
    return new NullReason(words, Optional.empty());
  }

  public static NullReason of(String words, Span at) {
    return new NullReason(words, Optional.of(at));
  }

  /** Returns the reason as it is told outside of the text that it points into. */
  public NullReason elsewhere() {
    return of(words);
  }
}
