package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/** {@code LIMIT count OFFSET offset}, also written {@code LIMIT offset, count}. */
public record Limit(Span span, Expression count, Optional<Expression> offset) implements Node {

  /** Tells whether the offset stands before the count, as in {@code LIMIT offset, count}. */
  public boolean offsetFirst() {
    return offset.isPresent() && offset.get().span().start() < count.span().start();
  }

  @Override
  public List<Node> children() {
    return offsetFirst() ? Node.list(offset, count) : Node.list(count, offset);
  }
}
