package dev.litmus.processor.evolution;

import dev.litmus.processor.sql.SqlName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a database consists of, so that two can be compared.
 *
 * @param pieces by kind and name, for example {@code table `messages`}
 */
record SchemaText(SortedMap<String, Piece> pieces) {

  private static final int LONGEST = 120;

  /**
   * A table, index, view or trigger.
   *
   * @param kind as SQLite calls it
   * @param sql as SQLite keeps it
   * @param text the same in one form
   * @param columns of a table: what is declared of each, by its key, in order
   */
  record Piece(String kind, String name, String sql, String text, Map<String, String> columns) {}

  /** Returns its tables, virtual ones with them. */
  Stream<Piece> tables() {
    return pieces.values().stream().filter(piece -> piece.kind().equals("table"));
  }

  Optional<Piece> table(String name) {
    return Optional.ofNullable(pieces.get("table `" + SqlName.key(name) + "`"));
  }

  /** Returns what another one has instead, a line for each difference; none when they are the same. */
  List<String> differencesOf(SchemaText found) {
    List<String> differences = new ArrayList<>();
    TreeSet<String> all = new TreeSet<>(pieces.keySet());
    all.addAll(found.pieces.keySet());
    for (String key : all) {
      Piece wanted = pieces.get(key);
      Piece is = found.pieces.get(key);
      if (is == null) {
        differences.add(key + " is missing");
      } else if (wanted == null) {
        differences.add(key + " is left over");
      } else if (!wanted.text().equals(is.text())) {
        differences.addAll(changes(key, wanted, is));
      }
    }
    return differences;
  }

  private static List<String> changes(String key, Piece wanted, Piece is) {
    List<String> changes = new ArrayList<>();
    wanted.columns().forEach((column, declared) -> {
      String found = is.columns().get(column);
      if (found == null) {
        changes.add(key + " lacks the column `" + declared + "`");
      } else if (!found.equalsIgnoreCase(declared)) {
        changes.add(key + " has the column `" + found + "`, and before it was `" + declared + "`");
      }
    });
    is.columns().forEach((column, declared) -> {
      if (!wanted.columns().containsKey(column)) {
        changes.add(key + " has the column `" + declared + "` that was not there before");
      }
    });
    List<String> order = List.copyOf(wanted.columns().keySet());
    List<String> found = List.copyOf(is.columns().keySet());
    if (changes.isEmpty() && !order.equals(found)) {
      changes.add(key + " has its columns in the order " + String.join(", ", found)
          + ", and before it was " + String.join(", ", order));
    }
    if (changes.isEmpty()) {
      changes.add(key + " is `" + fromDifference(is.text(), wanted.text())
          + "`, and before it was `" + fromDifference(wanted.text(), is.text()) + "`");
    }
    return changes;
  }

  /** The text from a little before the first character that is another one, so that the difference is in sight. */
  private static String fromDifference(String text, String other) {
    int start = 0;
    while (start < Math.min(text.length(), other.length())
        && text.charAt(start) == other.charAt(start)) {
      start++;
    }
    start = Math.max(0, start - LONGEST / 3);
    int end = Math.min(text.length(), start + LONGEST);
    return (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
  }
}
