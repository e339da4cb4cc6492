package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/** {@code LIMIT count OFFSET offset}, also written {@code LIMIT offset, count}. */
public record Limit(Span span, Expression count, Optional<Expression> offset) implements Node {

  @Override
  public List<Node> children() {
    return Node.list(count, offset);
  }
}
