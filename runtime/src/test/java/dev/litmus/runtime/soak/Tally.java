package dev.litmus.runtime.soak;

import java.util.List;

/**
 * What a part has counted. Immutable.
 *
 * @param acknowledged pieces of work that were done, as whoever did them was told
 * @param lost those of them that are gone
 * @param broken what is half done, damaged, or failed in a way that no error is typed for
 * @param refused pieces of work that ended with a typed error, and left nothing
 * @param mismatches answers that are not those of a model
 * @param findings the first of what was lost, broken or not as it should be, in words
 * @param notes what else is worth knowing
 */
public record Tally(
    long acknowledged,
    long lost,
    long broken,
    long refused,
    long mismatches,
    List<String> findings,
    List<String> notes) {

  /** Of nothing. */
  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, List.of(), List.of());

  /** Creates a tally. */
  public Tally {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /** Returns whether every promise was kept. */
  public boolean holds() {
    return lost == 0 && broken == 0 && mismatches == 0;
  }

  /** Returns the sum of the numbers, without the words. */
  Tally plus(Tally other) {
    return new Tally(
        acknowledged + other.acknowledged,
        lost + other.lost,
        broken + other.broken,
        refused + other.refused,
        mismatches + other.mismatches,
        List.of(),
        List.of());
  }
}
