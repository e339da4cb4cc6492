package dev.litmus.processor.inference;

import java.util.List;
import java.util.Set;

/**
 * What is known of parameters before the query is looked at.
 *
 * @param nullable the paths of those that may be bound to NULL; any other never is
 */
public record Assumptions(Set<List<String>> nullable) {

  /** No parameter is NULL. */
  public static final Assumptions NONE = new Assumptions(Set.of());

  public Assumptions {
    nullable = Set.copyOf(nullable);
  }
}
