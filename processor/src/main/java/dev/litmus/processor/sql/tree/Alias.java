package dev.litmus.processor.sql.tree;

import java.util.List;

/**
 * Another name for a column or a table.
 *
 * @param span with the {@code AS}, where there is one
 * @param explicit whether {@code AS} stands before it
 */
public record Alias(Span span, Identifier name, boolean explicit) implements Node {

  @Override
  public List<Node> children() {
    return List.of(name);
  }
}
