package dev.litmus.runtime.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What all parts have counted: one table for people, and one line of JSON for programs. Immutable.
 *
 * @param seed what the operations follow from
 * @param rows a row for each part
 */
record SoakReport(long seed, List<Row> rows) {

  private static final String LINE = "%-18s %8s %14s %6s %8s %9s %12s %9s%n";
  /**
   * What one part has counted.
   *
   * @param part its name
   * @param rounds how often it was tried
   * @param tally what was counted
   * @param seconds how long it took
   */
  record Row(String part, int rounds, Tally tally, double seconds) {

    private String numbers() {
      return String.format(
          Locale.ROOT,
          "\"rounds\":%d,\"acknowledged\":%d,\"lost\":%d,\"broken\":%d,\"refused\":%d,"
              + "\"mismatches\":%d,\"seconds\":%.1f",
          rounds,
          tally.acknowledged(),
          tally.lost(),
          tally.broken(),
          tally.refused(),
          tally.mismatches(),
          seconds);
    }

    private String line() {
      return String.format(
          Locale.ROOT,
          LINE,
          part,
          rounds,
          tally.acknowledged(),
          tally.lost(),
          tally.broken(),
          tally.refused(),
          tally.mismatches(),
          String.format(Locale.ROOT, "%.1f", seconds));
    }
  }

  SoakReport {
    rows = List.copyOf(rows);
  }

  /** Returns whether every promise was kept. */
  boolean holds() {
    return total().tally().holds();
  }

  /** Returns the sum. */
  Row total() {
    return new Row(
        "all",
        rows.stream().mapToInt(Row::rounds).sum(),
        rows.stream().map(Row::tally).reduce(Tally.NOTHING, Tally::plus),
        rows.stream().mapToDouble(Row::seconds).sum());
  }

  /** Returns the table, and under it what else is worth knowing, and what was found. */
  String table() {
    StringBuilder table = new StringBuilder(String.format(
        Locale.ROOT,
        LINE,
        "part",
        "rounds",
        "acknowledged",
        "lost",
        "broken",
        "refused",
        "mismatches",
        "seconds"));
    List<Row> all = new ArrayList<>(rows);
    all.add(total());
    all.forEach(row -> table.append(row.line()));
    table.append(String.format("%nseed %d%n", seed));
    for (Row row : rows) {
      row.tally().notes().forEach(note -> table.append(row.part() + ": " + note + "\n"));
      row.tally().findings().forEach(found -> table.append(row.part() + ": " + found + "\n"));
    }
    return table.toString();
  }

  /** Returns one line: the sums, and those of each part. */
  String json() {
    List<String> parts = rows.stream()
        .map(row -> "{\"part\":\"" + row.part() + "\"," + row.numbers() + "}")
        .toList();
    return "{\"seed\":" + seed + "," + total().numbers() + ",\"parts\":[" + String.join(",", parts)
        + "]}";
  }
}
