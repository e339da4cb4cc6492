package dev.litmus.processor.sql.tree;

import java.util.List;

/** {@code total = 1}, or {@code (a, b) = (1, 2)}. */
public record Assignment(Span span, List<Identifier> columns, boolean row, Expression value)
    implements Node {
  public Assignment {
    columns = List.copyOf(columns);
  }

  @Override
  public List<Node> children() {
    return Node.list(columns, value);
  }
}
