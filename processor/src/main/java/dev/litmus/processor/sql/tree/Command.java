package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/** A statement about the connection or the database file: neither rows nor schema. */
public sealed interface Command extends Statement {

  /** {@code BEGIN IMMEDIATE}. */
  record Begin(Span span, Optional<Mode> mode, Optional<Identifier> name) implements Command {

    /** When locks are taken. */
    public enum Mode {
      DEFERRED,
      IMMEDIATE,
      EXCLUSIVE
    }

    @Override
    public List<Node> children() {
      return Node.list(name);
    }
  }

  /** {@code COMMIT} or {@code END}. */
  record Commit(Span span, Optional<Identifier> name) implements Command {
    @Override
    public List<Node> children() {
      return Node.list(name);
    }
  }

  /** {@code ROLLBACK TO s}. */
  record Rollback(Span span, Optional<Identifier> name, Optional<Identifier> savepoint)
      implements Command {
    @Override
    public List<Node> children() {
      return Node.list(name, savepoint);
    }
  }

  /** {@code SAVEPOINT s}. */
  record Savepoint(Span span, Identifier name) implements Command {
    @Override
    public List<Node> children() {
      return List.of(name);
    }
  }

  /** {@code RELEASE s}. */
  record Release(Span span, Identifier name) implements Command {
    @Override
    public List<Node> children() {
      return List.of(name);
    }
  }

  /**
   * {@code PRAGMA cache_size = -2000}.
   *
   * @param value as written, a sign included
   * @param called whether the value stands in parentheses instead of behind {@code =}
   */
  record Pragma(Span span, QualifiedName name, Optional<String> value, boolean called)
      implements Command {
    @Override
    public List<Node> children() {
      return List.of(name);
    }
  }

  /** {@code ATTACH file AS name KEY key}. */
  record Attach(Span span, Expression file, Expression name, Optional<Expression> key)
      implements Command {
    @Override
    public List<Node> children() {
      return Node.list(file, name, key);
    }
  }

  /** {@code DETACH name}. */
  record Detach(Span span, Expression name) implements Command {
    @Override
    public List<Node> children() {
      return List.of(name);
    }
  }

  /** {@code VACUUM main INTO file}. */
  record Vacuum(Span span, Optional<Identifier> schema, Optional<Expression> into)
      implements Command {
    @Override
    public List<Node> children() {
      return Node.list(schema, into);
    }
  }

  /** {@code ANALYZE orders}. */
  record Analyze(Span span, Optional<QualifiedName> target) implements Command {
    @Override
    public List<Node> children() {
      return Node.list(target);
    }
  }

  /** {@code REINDEX orders}. */
  record Reindex(Span span, Optional<QualifiedName> target) implements Command {
    @Override
    public List<Node> children() {
      return Node.list(target);
    }
  }
}
