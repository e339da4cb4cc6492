package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/**
 * What stands behind {@code OVER}.
 *
 * @see <a href="https://sqlite.org/windowfunctions.html">Window functions</a>
 */
public sealed interface Window extends Node {

  /** {@code OVER w}. */
  record Named(Span span, Identifier name) implements Window {
    @Override
    public List<Node> children() {
      return List.of(name);
    }
  }

  /** {@code (base PARTITION BY … ORDER BY … ROWS …)}, with its parentheses. */
  record Defined(
      Span span,
      Optional<Identifier> base,
      List<Expression> partitionBy,
      List<OrderingTerm> orderBy,
      Optional<Frame> frame)
      implements Window {
    public Defined {
      partitionBy = List.copyOf(partitionBy);
      orderBy = List.copyOf(orderBy);
    }

    @Override
    public List<Node> children() {
      return Node.list(base, partitionBy, orderBy, frame);
    }
  }

  /** {@code w AS (…)} of a WINDOW clause. */
  record Declaration(Span span, Identifier name, Defined window) implements Node {
    @Override
    public List<Node> children() {
      return List.of(name, window);
    }
  }
}
