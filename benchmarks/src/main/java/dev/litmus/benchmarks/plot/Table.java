package dev.litmus.benchmarks.plot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Rows of results, for people to read and as CSV. Not for several threads. */
public final class Table {

  private final String title;
  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Creates a table without rows.
   *
   * @param columns their names, each with its unit
   */
  public Table(String title, String... columns) {
    this.title = title;
    this.columns = List.of(columns);
  }

  /**
   * Adds a row.
   *
   * @param cells as many as there are columns: texts, and numbers, of which three digits are shown
   */
  public void row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for the columns " + columns);
    }
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      texts.add(cell instanceof Double number ? Numbers.text(number) : String.valueOf(cell));
    }
    rows.add(List.copyOf(texts));
  }

  /** What is in one column, from the first row to the last. */
  public List<String> column(String name) {
    int index = columns.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("there is no column " + name + " in " + columns);
    }
    return rows.stream().map(row -> row.get(index)).toList();
  }

  /** Prints it with its title; the first column to the left, the others to the right. */
  public void print(PrintStream out) {
    out.println();
    out.println(title);
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(columns.get(i).length(), width(i));
    }
    out.println(line(columns, widths));
    rows.forEach(row -> out.println(line(row, widths)));
    out.flush();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - cells.get(i).length());
      line.append(i == 0 ? "" : "  ")
          .append(i == 0 ? cells.get(i) + padding : padding + cells.get(i));
    }
    return line.toString().stripTrailing();
  }

  /** Writes it as CSV (RFC 4180), its columns in the first line. */
  public void csv(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(csvLine(columns));
    rows.forEach(row -> lines.add(csvLine(row)));
    Files.createDirectories(
        Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder"));
    Files.write(file, lines);
  }

  private static String csvLine(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.matches("[^\",\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }
}
