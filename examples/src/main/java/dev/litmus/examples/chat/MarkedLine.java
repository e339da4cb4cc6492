package dev.litmus.examples.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A {@link SearchHit} on one line, to be cut to a width around what was searched for.
 *
 * @param text without marks, line breaks and other control characters
 * @param hits what to emphasize, in order, not overlapping
 */
public record MarkedLine(String text, List<Hit> hits) {

  /** How much of the width is shown of what stands before the first hit: a sixth. */
  private static final int BEFORE = 6;

  /**
   * A hit.
   *
   * @param start the offset of its first character
   * @param end the offset behind its last one
   */
  public record Hit(int start, int end) {}

  public MarkedLine {
    hits = List.copyOf(hits);
  }

  /** Marks without a partner cannot come from SQLite, but could be in the text itself: they are dropped. */
  public static MarkedLine of(SearchHit hit) {
    StringBuilder text = new StringBuilder();
    List<Hit> hits = new ArrayList<>();
    int start = -1;
    for (char c : hit.marked().toCharArray()) {
      if (c == SearchHit.START) {
        start = text.length();
      } else if (c == SearchHit.END) {
        if (start >= 0) {
          hits.add(new Hit(start, text.length()));
        }
        start = -1;
      } else if (!Character.isWhitespace(c) && !Character.isISOControl(c)) {
        text.append(c);
      } else if (start >= 0 || (text.length() > 0 && text.charAt(text.length() - 1) != ' ')) {
        text.append(' ');
      }
    }
    return new MarkedLine(text.toString(), hits);
  }

  /** Returns the part with most hits, at most {@code width} characters and an ellipsis at each end. */
  public String render(int width, UnaryOperator<String> emphasis) {
    int start = hits.stream()
        .map(hit -> windowAt(hit, width))
        .max(Comparator.comparingLong((Integer window) -> hitsWithin(window, width)))
        .orElse(0);
    int end = Math.min(text.length(), start + width);
    StringBuilder out = new StringBuilder(start > 0 ? "..." : "");
    int at = start;
    for (Hit hit : hits) {
      if (hit.start() >= at && hit.end() <= end) {
        out.append(text, at, hit.start());
        out.append(emphasis.apply(text.substring(hit.start(), hit.end())));
        at = hit.end();
      }
    }
    return out.append(text, at, end).append(end < text.length() ? "..." : "").toString();
  }

  private int windowAt(Hit hit, int width) {
    return Math.max(0, Math.min(hit.start() - width / BEFORE, text.length() - width));
  }

  private long hitsWithin(int window, int width) {
    return hits.stream()
        .filter(hit -> hit.start() >= window && hit.end() <= window + width)
        .count();
  }
}
