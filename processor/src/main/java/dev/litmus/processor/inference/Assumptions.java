package dev.litmus.processor.inference;

import java.util.List;
import java.util.Set;

/**
 * What is known of parameters before the query is looked at.
 *
 * @param nullable the paths of those that may be bound to NULL
 * @param complete whether any other never is; otherwise one that is stored where NULL may be is NULL at times
 */
public record Assumptions(Set<List<String>> nullable, boolean complete) {

  /** Nothing is known: NULL is only where it makes sense. */
  public static final Assumptions NONE = new Assumptions(Set.of(), false);

  /** Everything is known. */
  public static Assumptions of(Set<List<String>> nullable) {
    return new Assumptions(nullable, true);
  }

  public Assumptions {
    nullable = Set.copyOf(nullable);
  }
}
