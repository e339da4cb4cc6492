package dev.litmus.processor.rewrite;

import java.util.List;

/**
 * One ORDER BY term: what is compared, and how.
 *
 * @param value what is compared, as it stands in rewritten SQL
 * @param compared the same, as it was written
 * @param neverNull whether it is known to have a value in every row
 */
record KeysetTerm(
    String value, Compared compared, boolean descending, boolean nullsFirst, boolean neverNull) {

  KeysetTerm reversed() {
    return new KeysetTerm(value, compared, !descending, !nullsFirst, neverNull);
  }

  /** What stands behind the expression in ORDER BY. SQLite puts NULL before everything else, unless told otherwise. */
  String direction() {
    String nulls = nullsFirst ? " NULLS FIRST" : " NULLS LAST";
    return (descending ? " DESC" : "") + (nullsFirst == descending ? nulls : "");
  }

  private boolean agrees(KeysetTerm other) {
    return neverNull && other.neverNull && descending == other.descending;
  }

  /**
   * Returns what is true of the rows behind the one whose values are bound: behind by the first term, or equal by the
   * first and behind by the rest. SQLite seeks in an index by a row value, or by a bound on the first term; neither can be
   * said of what may be NULL.
   *
   * @param position the position of the first value
   */
  static String behind(List<KeysetTerm> terms, int position) {
    KeysetTerm first = terms.get(0);
    String bound = "?" + position;
    if (terms.size() == 1) {
      return first.behind(bound);
    }
    if (terms.stream().allMatch(first::agrees)) {
      List<String> values = terms.stream().map(KeysetTerm::value).toList();
      return "(" + String.join(", ", values) + ")" + first.operator()
          + positions(position, terms.size());
    }
    String rest = behind(terms.subList(1, terms.size()), position + 1);
    return first.neverNull
        ? first.value + first.operator() + "= " + bound + " AND (" + first.behind(bound) + " OR ("
            + rest + "))"
        : first.behind(bound) + " OR (" + first.value + " IS " + bound + " AND (" + rest + "))";
  }

  private String operator() {
    return descending ? " <" : " >";
  }

  /** Whether a row comes behind the one whose value is bound, by this term alone. */
  private String behind(String bound) {
    String compared = value + operator() + " " + bound;
    if (neverNull) {
      return compared;
    }
    return nullsFirst
        ? "(" + compared + " OR (" + bound + " IS NULL AND " + value + " IS NOT NULL))"
        : "(" + compared + " OR (" + bound + " IS NOT NULL AND " + value + " IS NULL))";
  }

  private static String positions(int first, int count) {
    StringBuilder positions = new StringBuilder(" (?" + first);
    for (int i = 1; i < count; i++) {
      positions.append(", ?").append(first + i);
    }
    return positions.append(')').toString();
  }
}
