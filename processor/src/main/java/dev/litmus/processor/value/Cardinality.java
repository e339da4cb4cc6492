package dev.litmus.processor.value;

import java.util.List;

/**
 * How many rows a statement yields, and why they may be many.
 *
 * @param rows how many
 * @param reasons why no fewer are proven, sentences for messages; none when at most one is
 */
public record Cardinality(Rows rows, List<String> reasons) {

  public Cardinality {
    reasons = List.copyOf(reasons);
  }

  public static Cardinality of(Rows rows) {
    return new Cardinality(rows, List.of());
  }
}
