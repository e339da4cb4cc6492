package dev.litmus.runtime.search;

import dev.litmus.runtime.search.HighlightedText.Span;
import java.util.ArrayList;
import java.util.List;

/** Shorter forms of a text, with the hits where they belong. */
final class Excerpt {

  private static final String ELLIPSIS = "…";

  /** How much of an excerpt is what stands before its first hit: a sixth. */
  private static final int BEFORE = 6;

  private Excerpt() {}

  static HighlightedText of(HighlightedText whole, int length) {
    String text = whole.text();
    int window = window(whole, length);
    int start = isWithinCharacter(text, window) ? window + 1 : window;
    int limit = Math.min(text.length(), start + length);
    int end = isWithinCharacter(text, limit) ? limit - 1 : limit;
    String before = start > 0 ? ELLIPSIS : "";
    List<Span> spans = new ArrayList<>();
    for (Span span : whole.spans()) {
      int from = Math.max(span.start(), start);
      int to = Math.min(span.end(), end);
      if (from < to) {
        int shift = before.length() - start;
        spans.add(new Span(from + shift, to + shift));
      }
    }
    String after = end < text.length() ? ELLIPSIS : "";
    return new HighlightedText(before + text.substring(start, end) + after, spans);
  }

  /** Returns the first of the best starts; both ends of the run of hits within only move on. */
  private static int window(HighlightedText whole, int length) {
    List<Span> spans = whole.spans();
    int best = 0;
    int most = 0;
    int behind = 0;
    for (int first = 0; first < spans.size(); first++) {
      int start = Math.max(
          0, Math.min(spans.get(first).start() - length / BEFORE, whole.text().length() - length));
      behind = Math.max(behind, first);
      while (behind < spans.size() && spans.get(behind).end() <= start + length) {
        behind++;
      }
      if (first == 0 || behind - first > most) {
        best = start;
        most = behind - first;
      }
    }
    return best;
  }

  private static boolean isWithinCharacter(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  static HighlightedText oneLine(HighlightedText whole) {
    String text = whole.text();
    StringBuilder line = new StringBuilder(text.length());
    int[] moved = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      moved[i] = line.length();
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c)) {
        line.append(c);
      } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == ' ') {
      length--;
    }
    moved[text.length()] = length;
    List<Span> spans = new ArrayList<>();
    for (Span span : whole.spans()) {
      int start = moved[span.start()];
      int end = Math.min(moved[span.end()], length);
      if (start < end) {
        spans.add(new Span(start, end));
      }
    }
    return new HighlightedText(line.substring(0, length), spans);
  }
}
