package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/**
 * An expression. Parentheses are nodes of their own, so the tree keeps what was written.
 *
 * @see <a href="https://sqlite.org/lang_expr.html">SQL language expressions</a>
 */
public sealed interface Expression extends Node {

  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of expression: who handles them all is told by the compiler when one is added. */
  interface Visitor<R> {
    R literal(Literal literal);

    R parameter(Parameter parameter);

    R columnName(ColumnName column);

    R parenthesized(Parenthesized parenthesized);

    R rowValue(RowValue row);

    R unary(Unary unary);

    R binary(Binary binary);

    R nullTest(NullTest test);

    R like(Like like);

    R between(Between between);

    R in(In in);

    R collate(Collate collate);

    R cast(Cast cast);

    R caseOf(Case caseOf);

    R call(Call call);

    R exists(Exists exists);

    R subquery(Subquery subquery);

    R raise(Raise raise);
  }

  /** A value that is spelt out; {@code text} is as written. */
  record Literal(Span span, Kind kind, String text) implements Expression {

    /** What the spelling says. {@code TRUE} and {@code FALSE} are names to SQLite, unless a column is called so. */
    public enum Kind {
      INTEGER,
      REAL,
      TEXT,
      BLOB,
      NULL,
      /** {@code CURRENT_TIME}, {@code CURRENT_DATE}, {@code CURRENT_TIMESTAMP}. */
      TIME
    }

    @Override
    public List<Node> children() {
      return List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.literal(this);
    }
  }

  /**
   * {@code :id}, {@code @id}, {@code $id}, {@code :message.chatId}, {@code ?}, {@code ?1}.
   *
   * @param span with all of its path
   * @param path the method parameter's name, then component names; empty for a positional parameter
   * @param text as written
   */
  record Parameter(Span span, List<String> path, String text) implements Expression {
    public Parameter {
      path = List.copyOf(path);
    }

    /** Reads a parameter as written; the dots in its name lead to components. */
    public static Parameter of(Span span, String text) {
      List<String> path =
          text.startsWith("?") ? List.of() : List.of(text.substring(1).split("\\.", -1));
      return new Parameter(span, path, text);
    }

    public boolean isPositional() {
      return path.isEmpty();
    }

    @Override
    public List<Node> children() {
      return List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.parameter(this);
    }
  }

  /**
   * {@code total}, {@code o.total}, {@code main.orders.total}.
   *
   * @param schema the database, of three parts the first
   * @param table the table or its alias
   */
  record ColumnName(
      Span span, Optional<Identifier> schema, Optional<Identifier> table, Identifier name)
      implements Expression {
    @Override
    public List<Node> children() {
      return Node.list(schema, table, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.columnName(this);
    }
  }

  /** {@code (a)}. */
  record Parenthesized(Span span, Expression inner) implements Expression {
    @Override
    public List<Node> children() {
      return List.of(inner);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.parenthesized(this);
    }
  }

  /** {@code (a, b)}: two values or more. */
  record RowValue(Span span, List<Expression> items) implements Expression {
    public RowValue {
      items = List.copyOf(items);
    }

    @Override
    public List<Node> children() {
      return Node.list(items);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rowValue(this);
    }
  }

  /** {@code -a}, {@code NOT a}. */
  record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {
    @Override
    public List<Node> children() {
      return List.of(operand);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unary(this);
    }
  }

  /** {@code a + b}, {@code a IS NOT b}, {@code a ->> '$.b'}. */
  record Binary(Span span, BinaryOperator operator, Expression left, Expression right)
      implements Expression {
    @Override
    public List<Node> children() {
      return List.of(left, right);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.binary(this);
    }
  }

  /** {@code a ISNULL}, {@code a NOTNULL}, {@code a NOT NULL}; {@code IS NULL} is a {@link Binary}. */
  record NullTest(Span span, Expression operand, boolean negated) implements Expression {
    @Override
    public List<Node> children() {
      return List.of(operand);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.nullTest(this);
    }
  }

  /**
   * {@code a LIKE b ESCAPE c}, and its relatives GLOB, REGEXP and MATCH.
   *
   * @param operator the word in upper case
   */
  record Like(
      Span span,
      Expression operand,
      boolean negated,
      String operator,
      Expression pattern,
      Optional<Expression> escape)
      implements Expression {
    @Override
    public List<Node> children() {
      return Node.list(operand, pattern, escape);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.like(this);
    }
  }

  /** {@code a BETWEEN b AND c}. */
  record Between(Span span, Expression operand, boolean negated, Expression low, Expression high)
      implements Expression {
    @Override
    public List<Node> children() {
      return List.of(operand, low, high);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.between(this);
    }
  }

  /** {@code a IN …}. */
  record In(Span span, Expression operand, boolean negated, InSet set) implements Expression {
    @Override
    public List<Node> children() {
      return List.of(operand, set);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.in(this);
    }
  }

  /** {@code a COLLATE NOCASE}. */
  record Collate(Span span, Expression operand, Identifier collation) implements Expression {
    @Override
    public List<Node> children() {
      return List.of(operand, collation);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.collate(this);
    }
  }

  /** {@code CAST(a AS TEXT)}. */
  record Cast(Span span, Expression operand, TypeName type) implements Expression {
    @Override
    public List<Node> children() {
      return List.of(operand, type);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cast(this);
    }
  }

  /** {@code CASE a WHEN b THEN c ELSE d END}. */
  record Case(
      Span span, Optional<Expression> operand, List<When> branches, Optional<Expression> otherwise)
      implements Expression {
    public Case {
      branches = List.copyOf(branches);
    }

    /** {@code WHEN condition THEN result}. */
    public record When(Expression condition, Expression result) {}

    @Override
    public List<Node> children() {
      List<Expression> inner = branches.stream()
          .flatMap(branch -> List.of(branch.condition(), branch.result()).stream())
          .toList();
      return Node.list(operand, inner, otherwise);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.caseOf(this);
    }
  }

  /**
   * {@code f(a, b)}, {@code count(DISTINCT a) FILTER (WHERE b) OVER (…)}.
   *
   * @param star whether the argument is {@code *}
   * @param orderBy the order of an aggregate's rows: {@code group_concat(a ORDER BY b)}
   */
  record Call(
      Span span,
      Identifier function,
      boolean star,
      boolean distinct,
      List<Expression> arguments,
      List<OrderingTerm> orderBy,
      Optional<Expression> filter,
      Optional<Window> over)
      implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
      orderBy = List.copyOf(orderBy);
    }

    @Override
    public List<Node> children() {
      return Node.list(function, arguments, orderBy, filter, over);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }
  }

  /** {@code EXISTS (SELECT …)}. */
  record Exists(Span span, Query query) implements Expression {
    @Override
    public List<Node> children() {
      return List.of(query);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.exists(this);
    }
  }

  /** {@code (SELECT …)}. */
  record Subquery(Span span, Query query) implements Expression {
    @Override
    public List<Node> children() {
      return List.of(query);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.subquery(this);
    }
  }

  /** {@code RAISE(ABORT, 'message')}; no message belongs to {@code RAISE(IGNORE)}. */
  record Raise(Span span, ConflictAction action, Optional<Expression> message)
      implements Expression {
    @Override
    public List<Node> children() {
      return Node.list(message);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.raise(this);
    }
  }
}
