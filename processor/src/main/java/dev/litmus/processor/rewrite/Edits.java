package dev.litmus.processor.rewrite;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies edits to a query. They never overlap; several insertions at one place keep their order. */
final class Edits {

  private final ParsedQuery query;
  private final StringBuilder text = new StringBuilder();
  private final List<SpanMap.Piece> pieces = new ArrayList<>();

  private Edits(ParsedQuery query) {
    this.query = query;
  }

  /** The statement alone: without what follows its semicolon, which the driver would not look at either. */
  static RewrittenSql apply(ParsedQuery query, List<Edit> edits, List<Slot> bindings) {
    Edits result = new Edits(query);
    result.apply(query.statement().span(), edits);
    return new RewrittenSql(result.text.toString(), bindings, new SpanMap(result.pieces));
  }

  /** Returns one stretch of the query with the edits that lie inside it. */
  static String text(ParsedQuery query, Span span, List<Edit> edits) {
    Edits result = new Edits(query);
    result.apply(span, edits.stream().filter(edit -> span.contains(edit.span())).toList());
    return result.text.toString();
  }

  private void apply(Span whole, List<Edit> edits) {
    int at = whole.start();
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt((Edit edit) -> edit.span().start())
        .thenComparingInt(edit -> edit.span().end()));
    for (Edit edit : sorted) {
      add(
          query.text().substring(at, edit.span().start()),
          new Span(at, edit.span().start()),
          true);
      add(edit.replacement(), edit.span(), false);
      at = edit.span().end();
    }
    add(query.text().substring(at, whole.end()), new Span(at, whole.end()), true);
  }

  private void add(String piece, Span written, boolean verbatim) {
    if (!piece.isEmpty()) {
      Span rewritten = new Span(text.length(), text.length() + piece.length());
      pieces.add(new SpanMap.Piece(rewritten, written, verbatim));
      text.append(piece);
    }
  }
}
