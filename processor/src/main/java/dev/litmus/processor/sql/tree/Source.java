package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/** Where rows come from, or go to. */
public sealed interface Source extends Node {

  Optional<Alias> alias();

  /** A table, a view, a common table, or a table-valued function without its parentheses. */
  record Table(Span span, QualifiedName name, Optional<Alias> alias, Optional<IndexHint> hint)
      implements Source {
    @Override
    public List<Node> children() {
      return Node.list(name, alias, hint.flatMap(IndexHint::index));
    }
  }

  /**
   * {@code INDEXED BY i} or {@code NOT INDEXED}.
   *
   * @param index empty for {@code NOT INDEXED}
   */
  record IndexHint(Optional<Identifier> index) {}

  /** {@code json_each(:json)}. */
  record Function(Span span, QualifiedName name, List<Expression> arguments, Optional<Alias> alias)
      implements Source {
    public Function {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<Node> children() {
      return Node.list(name, arguments, alias);
    }
  }

  /** {@code (SELECT …) AS s}. */
  record Derived(Span span, Query query, Optional<Alias> alias) implements Source {
    @Override
    public List<Node> children() {
      return Node.list(query, alias);
    }
  }

  /** {@code (a JOIN b)}. */
  record Group(Span span, From from, Optional<Alias> alias) implements Source {
    @Override
    public List<Node> children() {
      return Node.list(from, alias);
    }
  }
}
