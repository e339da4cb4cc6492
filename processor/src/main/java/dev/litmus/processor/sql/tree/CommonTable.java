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

  /** Tells whether a table of the query can be this one, by its name. */
  public boolean isNamedBy(Source.Table source) {
    return source.name().schema().isEmpty() && source.name().name().is(name.name());
  }

  @Override
  public List<Node> children() {
    return Node.list(name, columns, query);
  }
}
