package dev.litmus.processor.inference;

import dev.litmus.processor.sql.tree.Expression.In;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.value.NullReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects them while expressions are looked at. One that is looked at twice has to be nullable each time. */
final class NullableSets {

  private final Map<Span, Optional<NullableSet>> sets = new LinkedHashMap<>();

  void note(In in, Optional<NullReason> item) {
    sets.merge(
        in.span(),
        item.map(reason -> new NullableSet(in, reason)),
        (known, other) -> known.isPresent() ? other : known);
  }

  List<NullableSet> all() {
    return sets.values().stream().flatMap(Optional::stream).toList();
  }
}
