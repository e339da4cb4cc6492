package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/** {@code total REAL NOT NULL DEFAULT 0}. */
public record ColumnDefinition(
    Span span, Identifier name, Optional<TypeName> type, List<ColumnConstraint> constraints)
    implements Node {
  public ColumnDefinition {
    constraints = List.copyOf(constraints);
  }

  @Override
  public List<Node> children() {
    return Node.list(name, type, constraints);
  }
}
