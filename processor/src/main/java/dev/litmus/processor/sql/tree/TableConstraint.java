package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/** A constraint behind a table's columns. */
public sealed interface TableConstraint extends Node {

  /** {@code CONSTRAINT name}; empty without one. */
  Optional<Identifier> name();

  /** {@code PRIMARY KEY (a, b)} or {@code UNIQUE (a, b)}. */
  record Key(
      Span span,
      Optional<Identifier> name,
      boolean primary,
      List<OrderingTerm> columns,
      boolean autoincrement,
      Optional<ConflictAction> onConflict)
      implements TableConstraint {
    public Key {
      columns = List.copyOf(columns);
    }

    @Override
    public List<Node> children() {
      return Node.list(name, columns);
    }
  }

  /** {@code CHECK (a > b)}. */
  record Check(
      Span span,
      Optional<Identifier> name,
      Expression condition,
      Optional<ConflictAction> onConflict)
      implements TableConstraint {
    @Override
    public List<Node> children() {
      return Node.list(name, condition);
    }
  }

  /** {@code FOREIGN KEY (a) REFERENCES …}. */
  record Foreign(Span span, Optional<Identifier> name, List<Identifier> columns, ForeignKey key)
      implements TableConstraint {
    public Foreign {
      columns = List.copyOf(columns);
    }

    @Override
    public List<Node> children() {
      return Node.list(name, columns, key);
    }
  }
}
