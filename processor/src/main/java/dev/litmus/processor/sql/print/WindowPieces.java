package dev.litmus.processor.sql.print;

import dev.litmus.processor.sql.tree.Frame;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.Window;

/** The pieces of windows and their frames. */
final class WindowPieces {

  private WindowPieces() {}

  static Pieces of(Node node) {
    if (node instanceof Window.Defined window) {
      return new Pieces()
          .text("(")
          .node(window.base())
          .commas("PARTITION BY", window.partitionBy())
          .commas("ORDER BY", window.orderBy())
          .node(window.frame())
          .text(")");
    }
    if (node instanceof Window.Declaration declaration) {
      return new Pieces().node(declaration.name()).text("AS").node(declaration.window());
    }
    if (node instanceof Frame frame) {
      return frame(frame);
    }
    if (node instanceof Frame.Bound bound) {
      return new Pieces().node(bound.distance()).words(bound.kind());
    }
    return new Pieces().nodes(node.children());
  }

  private static Pieces frame(Frame frame) {
    Pieces pieces = new Pieces()
        .words(frame.unit())
        .textIf(frame.end().isPresent(), "BETWEEN")
        .node(frame.start())
        .node("AND", frame.end());
    frame.exclusion().ifPresent(exclusion -> pieces.text("EXCLUDE").words(exclusion));
    return pieces;
  }
}
