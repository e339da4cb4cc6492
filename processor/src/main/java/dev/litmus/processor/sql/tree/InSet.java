package dev.litmus.processor.sql.tree;

import java.util.List;

/** What stands right of {@code IN}. */
public sealed interface InSet extends Node {

  /** {@code (1, :two)}; with its parentheses; possibly empty. */
  record Values(Span span, List<Expression> items) implements InSet {
    public Values {
      items = List.copyOf(items);
    }

    @Override
    public List<Node> children() {
      return Node.list(items);
    }
  }

  /** {@code (SELECT …)}; with its parentheses. */
  record Rows(Span span, Query query) implements InSet {
    @Override
    public List<Node> children() {
      return List.of(query);
    }
  }

  /** {@code orders}, or {@code json_each(:ids)}: a {@link Source.Table} or a {@link Source.Function} without alias. */
  record Named(Span span, Source source) implements InSet {
    @Override
    public List<Node> children() {
      return List.of(source);
    }
  }
}
