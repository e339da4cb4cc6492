package dev.litmus.processor.sql.tree;

import dev.litmus.processor.sql.tree.OrderingTerm.Direction;
import java.util.List;
import java.util.Optional;

/** A constraint behind a column's type. */
public sealed interface ColumnConstraint extends Node {

  /** {@code CONSTRAINT name}; empty without one. */
  Optional<Identifier> name();

  /** {@code PRIMARY KEY DESC ON CONFLICT REPLACE AUTOINCREMENT}. */
  record PrimaryKey(
      Span span,
      Optional<Identifier> name,
      Optional<Direction> direction,
      Optional<ConflictAction> onConflict,
      boolean autoincrement)
      implements ColumnConstraint {
    @Override
    public List<Node> children() {
      return Node.list(name);
    }
  }

  /** {@code NOT NULL}, or {@code NULL}, which says nothing. */
  record Nullness(
      Span span, Optional<Identifier> name, boolean notNull, Optional<ConflictAction> onConflict)
      implements ColumnConstraint {
    @Override
    public List<Node> children() {
      return Node.list(name);
    }
  }

  /** {@code UNIQUE}. */
  record Unique(Span span, Optional<Identifier> name, Optional<ConflictAction> onConflict)
      implements ColumnConstraint {
    @Override
    public List<Node> children() {
      return Node.list(name);
    }
  }

  /** {@code CHECK (a > 0)}. */
  record Check(Span span, Optional<Identifier> name, Expression condition)
      implements ColumnConstraint {
    @Override
    public List<Node> children() {
      return Node.list(name, condition);
    }
  }

  /** {@code DEFAULT 0}, {@code DEFAULT (a + 1)}: the expression has its parentheses. */
  record Default(Span span, Optional<Identifier> name, Expression value)
      implements ColumnConstraint {
    @Override
    public List<Node> children() {
      return Node.list(name, value);
    }
  }

  /** {@code COLLATE NOCASE}. */
  record Collation(Span span, Optional<Identifier> name, Identifier collation)
      implements ColumnConstraint {
    @Override
    public List<Node> children() {
      return Node.list(name, collation);
    }
  }

  /** {@code REFERENCES …}. */
  record References(Span span, Optional<Identifier> name, ForeignKey key)
      implements ColumnConstraint {
    @Override
    public List<Node> children() {
      return Node.list(name, key);
    }
  }

  /** {@code DEFERRABLE} that does not stand directly behind its {@code REFERENCES …}, which it belongs to all the same. */
  record Deferrable(Span span, Optional<Identifier> name, ForeignKey.Deferral deferral)
      implements ColumnConstraint {
    @Override
    public List<Node> children() {
      return Node.list(name);
    }
  }

  /**
   * {@code GENERATED ALWAYS AS (a + b) STORED}.
   *
   * @param storage the word behind the parentheses, {@code STORED} or {@code VIRTUAL}
   */
  record Generated(
      Span span, Optional<Identifier> name, Expression expression, Optional<Identifier> storage)
      implements ColumnConstraint {
    @Override
    public List<Node> children() {
      return Node.list(name, expression, storage);
    }
  }
}
