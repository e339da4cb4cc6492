package dev.litmus.runtime.internal.migration;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The lines of a text, to name the line of an offset without counting from the start each time. */
final class Lines {

  private final int[] lineFeeds;

  Lines(String text) {
    this.lineFeeds =
        IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').toArray();
  }

  /** The line that holds the offset, from 1. */
  int at(int offset) {
    int found = Arrays.binarySearch(lineFeeds, offset);
    return (found < 0 ? -found - 1 : found) + 1;
  }
}
