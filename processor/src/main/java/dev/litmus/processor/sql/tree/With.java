package dev.litmus.processor.sql.tree;

import java.util.List;

/** {@code WITH RECURSIVE a AS (…), b AS (…)}. */
public record With(Span span, boolean recursive, List<CommonTable> tables) implements Node {
  public With {
    tables = List.copyOf(tables);
  }

  @Override
  public List<Node> children() {
    return Node.list(tables);
  }
}
