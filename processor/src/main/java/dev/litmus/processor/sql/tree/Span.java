package dev.litmus.processor.sql.tree;

/**
 * A stretch of a query as written.
 *
 * @param start the offset of its first character
 * @param end the offset after its last character
 */
public record Span(int start, int end) {

  public static Span covering(Span first, Span last) {
    return new Span(first.start, last.end);
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }
}
