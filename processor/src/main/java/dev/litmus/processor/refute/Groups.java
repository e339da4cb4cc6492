package dev.litmus.processor.refute;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Names of columns that are compared with one another. */
final class Groups {

  private final Map<String, Set<String>> groups = new HashMap<>();

  void join(String one, String other) {
    Set<String> both = new LinkedHashSet<>(of(one));
    both.addAll(of(other));
    both.forEach(name -> groups.put(name, both));
  }

  /** Returns the names that a column is compared with, directly or by way of others, and itself. */
  Set<String> of(String name) {
    return groups.getOrDefault(name, Set.of(name));
  }
}
