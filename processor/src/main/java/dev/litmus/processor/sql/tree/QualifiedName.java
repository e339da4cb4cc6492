package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/**
 * The name of a table, view, index or trigger, with or without that of its database.
 *
 * @param schema {@code main} of {@code main.orders}
 */
public record QualifiedName(Span span, Optional<Identifier> schema, Identifier name)
    implements Node {

  @Override
  public List<Node> children() {
    return Node.list(schema, name);
  }
}
