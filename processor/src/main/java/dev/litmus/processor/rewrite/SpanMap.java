package dev.litmus.processor.rewrite;

import dev.litmus.processor.sql.tree.Span;
import java.util.List;

/**
 * Leads from rewritten SQL back to the text as written.
 *
 * @param pieces the whole of the rewritten text, in order and without gaps
 */
public record SpanMap(List<Piece> pieces) {

  public SpanMap {
    pieces = List.copyOf(pieces);
  }

  /**
   * A stretch of the rewritten text.
   *
   * @param rewritten where it stands there
   * @param written what it was made of; empty for an insertion
   * @param verbatim whether it is the same text
   */
  public record Piece(Span rewritten, Span written, boolean verbatim) {}

  /**
   * Returns the characters as written that a stretch of the rewritten text comes from: the same characters where they were
   * copied, the whole of what was replaced where they were not.
   */
  public Span written(Span rewritten) {
    return new Span(start(rewritten.start()), end(rewritten.end()));
  }

  private int start(int offset) {
    Piece piece =
        pieces.stream().filter(p -> offset < p.rewritten().end()).findFirst().orElse(last());
    return piece.verbatim()
        ? piece.written().start() + offset - piece.rewritten().start()
        : piece.written().start();
  }

  private int end(int offset) {
    Piece piece = pieces.stream()
        .filter(p -> offset <= p.rewritten().end() && offset > p.rewritten().start())
        .findFirst()
        .orElse(offset == 0 ? pieces.get(0) : last());
    return piece.verbatim()
        ? piece.written().start() + offset - piece.rewritten().start()
        : piece.written().end();
  }

  private Piece last() {
    return pieces.get(pieces.size() - 1);
  }
}
