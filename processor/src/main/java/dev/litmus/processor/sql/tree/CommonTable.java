package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/**
 * {@code name(a, b) AS MATERIALIZED (SELECT …)}.
 *
 * @param columns empty when the query names them
 * @param materialized empty when nothing is said
 */
public record CommonTable(
    Span span,
    Identifier name,
    List<Identifier> columns,
    Optional<Boolean> materialized,
    Query query)
    implements Node {
  public CommonTable {
    columns = List.copyOf(columns);
  }

  @Override
  public List<Node> children() {
    return Node.list(name, columns, query);
  }
}
