package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/**
 * {@code LEFT JOIN orders o ON …}.
 *
 * @param span from the comma or the first word of the operator
 * @param using the columns of {@code USING (…)}; empty when it is not there
 */
public record Join(
    Span span,
    boolean natural,
    Kind kind,
    Source source,
    Optional<Expression> on,
    List<Identifier> using)
    implements Node {
  public Join {
    using = List.copyOf(using);
  }

  /** The operator. */
  public enum Kind {
    COMMA,
    INNER,
    CROSS,
    LEFT,
    RIGHT,
    FULL
  }

  @Override
  public List<Node> children() {
    return Node.list(source, on, using);
  }
}
