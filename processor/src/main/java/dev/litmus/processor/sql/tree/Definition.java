package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/**
 * A statement that changes the schema.
 *
 * @see <a href="https://sqlite.org/lang_createtable.html">CREATE TABLE</a> and its neighbours
 */
public sealed interface Definition extends Statement {

  /** {@code CREATE TABLE t (…) STRICT, WITHOUT ROWID}. */
  record CreateTable(
      Span span,
      boolean temporary,
      boolean ifNotExists,
      QualifiedName name,
      List<ColumnDefinition> columns,
      List<TableConstraint> constraints,
      boolean withoutRowid,
      boolean strict)
      implements Definition {
    public CreateTable {
      columns = List.copyOf(columns);
      constraints = List.copyOf(constraints);
    }

    @Override
    public List<Node> children() {
      return Node.list(name, columns, constraints);
    }
  }

  /** {@code CREATE TABLE t AS SELECT …}. */
  record CreateTableAs(
      Span span, boolean temporary, boolean ifNotExists, QualifiedName name, Query query)
      implements Definition {
    @Override
    public List<Node> children() {
      return List.of(name, query);
    }
  }

  /** {@code CREATE UNIQUE INDEX i ON t (a, b DESC) WHERE c}. */
  record CreateIndex(
      Span span,
      boolean unique,
      boolean ifNotExists,
      QualifiedName name,
      Identifier table,
      List<OrderingTerm> columns,
      Optional<Expression> where)
      implements Definition {
    public CreateIndex {
      columns = List.copyOf(columns);
    }

    @Override
    public List<Node> children() {
      return Node.list(name, table, columns, where);
    }
  }

  /** {@code CREATE VIEW v (a, b) AS SELECT …}. */
  record CreateView(
      Span span,
      boolean temporary,
      boolean ifNotExists,
      QualifiedName name,
      List<Identifier> columns,
      Query query)
      implements Definition {
    public CreateView {
      columns = List.copyOf(columns);
    }

    @Override
    public List<Node> children() {
      return Node.list(name, columns, query);
    }
  }

  /**
   * {@code CREATE TRIGGER g AFTER UPDATE OF a ON t FOR EACH ROW WHEN b BEGIN …; END}.
   *
   * @param time empty when nothing is said, which means BEFORE
   * @param updateOf the columns of {@code UPDATE OF}
   * @param body queries and changes, each without its semicolon
   */
  record CreateTrigger(
      Span span,
      boolean temporary,
      boolean ifNotExists,
      QualifiedName name,
      Optional<Time> time,
      Event event,
      List<Identifier> updateOf,
      QualifiedName table,
      boolean forEachRow,
      Optional<Expression> when,
      List<Statement> body)
      implements Definition {
    public CreateTrigger {
      updateOf = List.copyOf(updateOf);
      body = List.copyOf(body);
    }

    /** When the trigger fires. */
    public enum Time {
      BEFORE,
      AFTER,
      INSTEAD_OF
    }

    /** What fires it. */
    public enum Event {
      INSERT,
      UPDATE,
      DELETE
    }

    @Override
    public List<Node> children() {
      return Node.list(name, updateOf, table, when, body);
    }
  }

  /**
   * {@code CREATE VIRTUAL TABLE t USING fts5(a, tokenize = 'porter')}.
   *
   * @param arguments as written, without the parentheses, each without the white space around it; their grammar is the
   *     module's own. Empty for both {@code USING m} and {@code USING m()}
   */
  record CreateVirtualTable(
      Span span, boolean ifNotExists, QualifiedName name, Identifier module, List<String> arguments)
      implements Definition {
    public CreateVirtualTable {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<Node> children() {
      return List.of(name, module);
    }
  }

  /** {@code DROP TABLE IF EXISTS t}. */
  record Drop(Span span, Kind kind, boolean ifExists, QualifiedName name) implements Definition {

    /** What is dropped. */
    public enum Kind {
      TABLE,
      INDEX,
      VIEW,
      TRIGGER
    }

    @Override
    public List<Node> children() {
      return List.of(name);
    }
  }

  /** {@code ALTER TABLE t …}. */
  record AlterTable(Span span, QualifiedName name, Action action) implements Definition {

    /** What is altered. */
    public sealed interface Action {
      List<Node> children();
    }

    /** {@code RENAME TO u}. */
    public record RenameTable(Identifier to) implements Action {
      @Override
      public List<Node> children() {
        return List.of(to);
      }
    }

    /** {@code RENAME COLUMN a TO b}. */
    public record RenameColumn(Identifier from, Identifier to) implements Action {
      @Override
      public List<Node> children() {
        return List.of(from, to);
      }
    }

    /** {@code ADD COLUMN a TEXT}. */
    public record AddColumn(ColumnDefinition column) implements Action {
      @Override
      public List<Node> children() {
        return List.of(column);
      }
    }

    /** {@code DROP COLUMN a}. */
    public record DropColumn(Identifier column) implements Action {
      @Override
      public List<Node> children() {
        return List.of(column);
      }
    }

    /** {@code ADD CONSTRAINT c CHECK (…)}. */
    public record AddConstraint(TableConstraint constraint) implements Action {
      @Override
      public List<Node> children() {
        return List.of(constraint);
      }
    }

    /** {@code DROP CONSTRAINT c}. */
    public record DropConstraint(Identifier constraint) implements Action {
      @Override
      public List<Node> children() {
        return List.of(constraint);
      }
    }

    /** {@code ALTER COLUMN a SET NOT NULL}, or {@code DROP NOT NULL}. */
    public record AlterNotNull(
        Identifier column, boolean notNull, Optional<ConflictAction> onConflict) implements Action {
      @Override
      public List<Node> children() {
        return List.of(column);
      }
    }

    @Override
    public List<Node> children() {
      return Node.list(name, action.children());
    }
  }
}
