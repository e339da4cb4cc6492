package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/** {@code total DESC NULLS LAST}; also a column of an index or a key. */
public record OrderingTerm(
    Span span, Expression expression, Optional<Direction> direction, Optional<Nulls> nulls)
    implements Node {

  /** {@code ASC} or {@code DESC}. */
  public enum Direction {
    ASC,
    DESC
  }

  /** {@code NULLS FIRST} or {@code NULLS LAST}. */
  public enum Nulls {
    FIRST,
    LAST
  }

  @Override
  public List<Node> children() {
    return List.of(expression);
  }
}
