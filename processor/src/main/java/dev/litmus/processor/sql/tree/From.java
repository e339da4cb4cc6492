package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.stream.Stream;

/** Sources and how they are joined, left to right. */
public record From(Span span, Source first, List<Join> joins) implements Node {
  public From {
    joins = List.copyOf(joins);
  }

  public List<Source> sources() {
    return Stream.concat(Stream.of(first), joins.stream().map(Join::source)).toList();
  }

  @Override
  public List<Node> children() {
    return Node.list(first, joins);
  }
}
