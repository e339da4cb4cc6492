package dev.litmus.processor.sql.tree;

import java.util.List;

/** A statement, without the semicolon that ends it. */
public sealed interface Statement extends Node
    permits Query, Change, Definition, Command, Statement.Explain {

  /** {@code EXPLAIN QUERY PLAN …}. */
  record Explain(Span span, boolean queryPlan, Statement statement) implements Statement {
    @Override
    public List<Node> children() {
      return List.of(statement);
    }
  }
}
