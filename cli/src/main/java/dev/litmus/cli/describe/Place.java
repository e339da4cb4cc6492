package dev.litmus.cli.describe;

import dev.litmus.processor.problem.Excerpt;

/**
 * Where the underlined words stand in a query. Lines end where the rendered problem ends them, so that both name the same
 * line.
 *
 * @param line from 1
 * @param column the UTF-16 unit within the line, from 1
 * @param length in UTF-16 units; 0 to point between two characters
 */
public record Place(int line, int column, int length) {

  static Place of(Excerpt excerpt) {
    // -1 keeps empty lines at the end: what stands there is on the last of them.
    String[] before = excerpt.text().substring(0, excerpt.start()).split("\\R", -1);
    String last = before[before.length - 1];
    return new Place(before.length, last.length() + 1, excerpt.end() - excerpt.start());
  }
}
