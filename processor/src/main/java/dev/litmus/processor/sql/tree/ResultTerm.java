package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/** What stands between SELECT, or RETURNING, and the next clause, separated by commas. */
public sealed interface ResultTerm extends Node {

  /** {@code total AS sum}. */
  record Value(Span span, Expression expression, Optional<Alias> alias) implements ResultTerm {
    @Override
    public List<Node> children() {
      return Node.list(expression, alias);
    }
  }

  /** {@code *}. */
  record Star(Span span) implements ResultTerm {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** {@code o.*}. */
  record TableStar(Span span, Identifier table) implements ResultTerm {
    @Override
    public List<Node> children() {
      return List.of(table);
    }
  }
}
