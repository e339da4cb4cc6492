package dev.litmus.runtime;

import java.util.ArrayList;
import java.util.List;

/** Columns as wide as what is in them, two spaces apart; the first one, of numbers, ends at one place. */
final class TextTable {

  private TextTable() {}

  static String of(List<String> headings, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(headings);
    all.addAll(rows);
    StringBuilder text = new StringBuilder();
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        String space = " ".repeat(width(all, column) - cell.length());
        line.append(column == 0 ? space + cell : "  " + cell + space);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
