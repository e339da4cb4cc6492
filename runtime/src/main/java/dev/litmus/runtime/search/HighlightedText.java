package dev.litmus.runtime.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A found text and where its hits are. FTS5 returns both as one text, in which marks stand around each hit:
 *
 * <pre>{@code
 * highlight(messages_fts, 0, char(0xFDD0), char(0xFDD1))
 * snippet(messages_fts, 0, char(0xFDD0), char(0xFDD1), '…', 20)
 * }</pre>
 *
 * <p>A tag as mark would make the text part of the page: whoever wrote it could write tags of his own. Here the marks are
 * {@link #OPEN} and {@link #CLOSE}, and {@link #html} escapes everything between them. Unicode sets these two aside for
 * use within programs, so that no text should have them. One that does, since somebody wants it to, shows emphasis where
 * there was no hit or none where there was one, and lacks these two characters; it can do nothing else.
 *
 * <p>Immutable and safe for all threads. Offsets count {@code char}s, as those of {@link String} do.
 *
 * @param text without marks
 * @param spans the hits, in order, not overlapping
 */
public record HighlightedText(String text, List<Span> spans) {

  /** Stands before a hit: the noncharacter U+FDD0, {@code char(0xFDD0)} in SQL. */
  public static final String OPEN = "\uFDD0";

  /** Stands behind a hit: the noncharacter U+FDD1, {@code char(0xFDD1)} in SQL. */
  public static final String CLOSE = "\uFDD1";

  /**
   * A hit.
   *
   * @param start the offset of its first character
   * @param end the offset behind its last one
   */
  public record Span(int start, int end) {

    /**
     * Creates a span.
     *
     * @param start the offset of its first character
     * @param end the offset behind its last one
     * @throws IllegalArgumentException when it is empty or starts before 0
     */
    public Span {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException("a span from " + start + " to " + end);
      }
    }
  }

  /**
   * Creates a text with hits.
   *
   * @param text the text
   * @param spans the hits
   * @throws IllegalArgumentException when spans overlap, are out of order, or reach beyond the text
   */
  public HighlightedText {
    Objects.requireNonNull(text, "text");
    spans = List.copyOf(spans);
    int end = 0;
    for (Span span : spans) {
      if (span.start() < end || span.end() > text.length()) {
        throw new IllegalArgumentException(
            span + " overlaps the one before it, or the end of the text at " + text.length());
      }
      end = span.end();
    }
  }

  /**
   * Reads what FTS5's {@code highlight} or {@code snippet} returned for the marks {@link #OPEN} and {@link #CLOSE}.
   *
   * @param marked any text at all, or null. A mark without a partner directly before or behind it is dropped
   * @return the text and its hits, or null
   */
  public static @Nullable HighlightedText parse(@Nullable String marked) {
    return marked == null ? null : parse(marked, OPEN, CLOSE);
  }

  /**
   * Reads what FTS5's {@code highlight} or {@code snippet} returned for marks of your own. Where not even emphasis may be
   * forged, take random ones for every query and bind them as parameters.
   *
   * @param marked any text at all. A mark without a partner directly before or behind it is dropped
   * @param open what stands before a hit
   * @param close what stands behind a hit
   * @return the text and its hits
   * @throws IllegalArgumentException when a mark is empty or contains the other one
   */
  public static HighlightedText parse(String marked, String open, String close) {
    if (open.contains(close) || close.contains(open)) {
      throw new IllegalArgumentException("marks that cannot be told apart");
    }
    StringBuilder text = new StringBuilder(marked.length());
    List<Span> spans = new ArrayList<>();
    int start = -1;
    int copied = 0;
    int at = 0;
    while (at < marked.length()) {
      boolean opens = marked.startsWith(open, at);
      if (!opens && !marked.startsWith(close, at)) {
        at++;
        continue;
      }
      text.append(marked, copied, at);
      if (!opens && start >= 0 && start < text.length()) {
        spans.add(new Span(start, text.length()));
      }
      start = opens ? text.length() : -1;
      at += (opens ? open : close).length();
      copied = at;
    }
    return new HighlightedText(text.append(marked, copied, at).toString(), spans);
  }

  /**
   * Returns the text as HTML, each hit within {@code <mark>}. What has a meaning in HTML is escaped, also for use within
   * the value of an attribute.
   *
   * @return text that has no other tags
   */
  public String html() {
    return render(Html::escape, hit -> "<mark>" + Html.escape(hit) + "</mark>");
  }

  /**
   * Returns the text as HTML, each hit within an element of your choice.
   *
   * @param tag one of {@code mark}, {@code b}, {@code em}, {@code i}, {@code span}, {@code strong} and {@code u}
   * @param cssClass the value of its attribute {@code class}
   * @return text that has no other tags
   * @throws IllegalArgumentException when it is another tag; in some, {@code script} among them, escaping does not help
   */
  public String html(String tag, String cssClass) {
    Html.checkTag(tag);
    String open = "<" + tag + " class=\"" + Html.escape(cssClass) + "\">";
    String close = "</" + tag + ">";
    return render(Html::escape, hit -> open + Html.escape(hit) + close);
  }

  /**
   * Puts the text together anew, for a terminal for example.
   *
   * @param outside makes of a part without hit what is shown
   * @param hit makes of a hit what is shown
   * @return the results, in order
   */
  public String render(UnaryOperator<String> outside, UnaryOperator<String> hit) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Span span : spans) {
      if (at < span.start()) {
        out.append(outside.apply(text.substring(at, span.start())));
      }
      out.append(hit.apply(text.substring(span.start(), span.end())));
      at = span.end();
    }
    if (at < text.length()) {
      out.append(outside.apply(text.substring(at)));
    }
    return out.toString();
  }

  /**
   * Returns the text on one line, for lists: line breaks, tabs and other control characters become spaces, and of several
   * spaces one is left, none at the start and the end.
   *
   * @return the text and its hits at their new places
   */
  public HighlightedText oneLine() {
    return Excerpt.oneLine(this);
  }

  /**
   * Returns the part that has most hits, with a little of what stands before the first of them. {@code …} stands where
   * something was cut off. No character is cut in half.
   *
   * @param length how many {@code char}s of the text at most, at least 1
   * @return this when it is short enough
   * @throws IllegalArgumentException when the length is not positive
   */
  public HighlightedText excerpt(int length) {
    if (length < 1) {
      throw new IllegalArgumentException("an excerpt of " + length + " characters");
    }
    return length >= text.length() ? this : Excerpt.of(this, length);
  }
}
