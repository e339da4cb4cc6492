package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.tree.ColumnConstraint;
import dev.litmus.processor.sql.tree.ConflictAction;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.ForeignKey;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.OrderingTerm;
import dev.litmus.processor.sql.tree.TableConstraint;
import dev.litmus.processor.sql.tree.UnaryOperator;
import dev.litmus.runtime.internal.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Constraints of columns and of tables. SQLite lets the name of a constraint stand alone, and the comma between
 * constraints of a table be missing.
 *
 * @see <a href="https://sqlite.org/syntax/column-constraint.html">column-constraint</a>, <a
 *     href="https://sqlite.org/syntax/table-constraint.html">table-constraint</a>
 */
final class ConstraintRules {

  private final Grammar grammar;
  private final Cursor cursor;

  ConstraintRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  List<ColumnConstraint> columnConstraints() throws SyntaxException {
    List<ColumnConstraint> constraints = new ArrayList<>();
    while (true) {
      int start = cursor.start();
      Optional<Identifier> name = name();
      Optional<ColumnConstraint> constraint = columnConstraint(start, name);
      constraint.ifPresent(constraints::add);
      if (constraint.isEmpty() && name.isEmpty()) {
        return constraints;
      }
    }
  }

  private Optional<Identifier> name() throws SyntaxException {
    return cursor.accept("CONSTRAINT")
        ? Optional.of(cursor.name("the name of a constraint"))
        : Optional.empty();
  }

  private Optional<ColumnConstraint> columnConstraint(int start, Optional<Identifier> name)
      throws SyntaxException {
    if (cursor.accept("PRIMARY", "KEY")) {
      return Optional.of(primaryKey(start, name));
    }
    if (cursor.accept("NULL")) {
      Optional<ConflictAction> onConflict = onConflict();
      return Optional.of(
          new ColumnConstraint.Nullness(cursor.spanFrom(start), name, false, onConflict));
    }
    // NOT NULL, unless NOT DEFERRABLE is meant.
    if (!cursor.isNext(1, "DEFERRABLE") && cursor.accept("NOT", "NULL")) {
      Optional<ConflictAction> onConflict = onConflict();
      return Optional.of(
          new ColumnConstraint.Nullness(cursor.spanFrom(start), name, true, onConflict));
    }
    if (cursor.accept("UNIQUE")) {
      Optional<ConflictAction> onConflict = onConflict();
      return Optional.of(new ColumnConstraint.Unique(cursor.spanFrom(start), name, onConflict));
    }
    if (cursor.accept("CHECK")) {
      Expression condition = parenthesized();
      return Optional.of(new ColumnConstraint.Check(cursor.spanFrom(start), name, condition));
    }
    if (cursor.accept("DEFAULT")) {
      Expression value = defaultValue();
      return Optional.of(new ColumnConstraint.Default(cursor.spanFrom(start), name, value));
    }
    if (cursor.accept("COLLATE")) {
      Identifier collation = cursor.plainName("the name of a collation");
      return Optional.of(new ColumnConstraint.Collation(cursor.spanFrom(start), name, collation));
    }
    if (cursor.at("REFERENCES")) {
      ForeignKey key = foreignKey();
      return Optional.of(new ColumnConstraint.References(cursor.spanFrom(start), name, key));
    }
    Optional<ForeignKey.Deferral> deferral = deferral();
    if (deferral.isPresent()) {
      return Optional.of(
          new ColumnConstraint.Deferrable(cursor.spanFrom(start), name, deferral.get()));
    }
    return generated(start, name);
  }

  private ColumnConstraint primaryKey(int start, Optional<Identifier> name) throws SyntaxException {
    Optional<OrderingTerm.Direction> direction = grammar.queries.direction();
    Optional<ConflictAction> onConflict = onConflict();
    boolean autoincrement = cursor.accept("AUTOINCREMENT");
    return new ColumnConstraint.PrimaryKey(
        cursor.spanFrom(start), name, direction, onConflict, autoincrement);
  }

  private Optional<ColumnConstraint> generated(int start, Optional<Identifier> name)
      throws SyntaxException {
    if (cursor.accept("GENERATED", "ALWAYS")) {
      cursor.expect("AS");
    } else if (!cursor.accept("AS")) {
      return Optional.empty();
    }
    Expression expression = parenthesized();
    boolean stored = cursor.isPlainName() && !cursor.isKind(TokenKind.STRING);
    Optional<Identifier> storage = stored ? Optional.of(cursor.name("STORED")) : Optional.empty();
    return Optional.of(
        new ColumnConstraint.Generated(cursor.spanFrom(start), name, expression, storage));
  }

  /** A literal with its sign, a name, which stands for a string, or any expression in parentheses. */
  private Expression defaultValue() throws SyntaxException {
    int start = cursor.start();
    if (cursor.at("(")) {
      Expression inner = parenthesized();
      return new Expression.Parenthesized(cursor.spanFrom(start), inner);
    }
    for (UnaryOperator sign : List.of(UnaryOperator.NEGATE, UnaryOperator.PLUS)) {
      if (cursor.accept(sign.text())) {
        if (!isLiteral()) {
          throw cursor.error("a value");
        }
        Expression value = grammar.literals.literal();
        return new Expression.Unary(cursor.spanFrom(start), sign, value);
      }
    }
    if (isLiteral()) {
      return grammar.literals.literal();
    }
    Identifier name =
        cursor.isNext(0, "INDEXED") ? cursor.name("a value") : cursor.plainName("a value");
    return new Expression.ColumnName(
        cursor.spanFrom(start), Optional.empty(), Optional.empty(), name);
  }

  private boolean isLiteral() {
    return cursor.isKind(TokenKind.NUMBER)
        || cursor.isKind(TokenKind.STRING)
        || cursor.isKind(TokenKind.BLOB)
        || cursor.isNext(0, "NULL")
        || cursor.isNext(0, "CURRENT_TIME")
        || cursor.isNext(0, "CURRENT_DATE")
        || cursor.isNext(0, "CURRENT_TIMESTAMP");
  }

  private Expression parenthesized() throws SyntaxException {
    cursor.expect("(");
    Expression expression = grammar.expressions.expression();
    cursor.expect(")");
    return expression;
  }

  Optional<ConflictAction> onConflict() throws SyntaxException {
    return cursor.accept("ON", "CONFLICT")
        ? Optional.of(grammar.changes.conflictAction())
        : Optional.empty();
  }

  boolean isTableConstraint() {
    return cursor.at("CONSTRAINT")
        || cursor.at("PRIMARY")
        || cursor.at("UNIQUE")
        || cursor.at("CHECK")
        || cursor.at("FOREIGN");
  }

  List<TableConstraint> tableConstraints() throws SyntaxException {
    List<TableConstraint> constraints = new ArrayList<>();
    do {
      int start = cursor.start();
      Optional<Identifier> name = name();
      Optional<TableConstraint> constraint = tableConstraint(start, name);
      constraint.ifPresent(constraints::add);
      if (constraint.isEmpty() && name.isEmpty()) {
        throw cursor.error();
      }
    } while (cursor.accept(",") || isTableConstraint());
    return constraints;
  }

  private Optional<TableConstraint> tableConstraint(int start, Optional<Identifier> name)
      throws SyntaxException {
    boolean primary = cursor.accept("PRIMARY", "KEY");
    if (primary || cursor.accept("UNIQUE")) {
      return Optional.of(key(start, name, primary));
    }
    if (cursor.at("CHECK")) {
      return Optional.of(check(start, name));
    }
    if (cursor.accept("FOREIGN", "KEY")) {
      List<Identifier> columns = grammar.queries.keyNames();
      ForeignKey key = foreignKey();
      if (key.deferral().isEmpty() && cursor.accept("NOT")) {
        throw cursor.error("DEFERRABLE");
      }
      return Optional.of(new TableConstraint.Foreign(cursor.spanFrom(start), name, columns, key));
    }
    return Optional.empty();
  }

  private TableConstraint key(int start, Optional<Identifier> name, boolean primary)
      throws SyntaxException {
    cursor.expect("(");
    List<OrderingTerm> columns = grammar.queries.orderingTerms();
    boolean autoincrement = primary && cursor.accept("AUTOINCREMENT");
    cursor.expect(")");
    Optional<ConflictAction> onConflict = onConflict();
    return new TableConstraint.Key(
        cursor.spanFrom(start), name, primary, columns, autoincrement, onConflict);
  }

  private TableConstraint check(int start, Optional<Identifier> name) throws SyntaxException {
    cursor.expect("CHECK");
    Expression condition = parenthesized();
    Optional<ConflictAction> onConflict = onConflict();
    return new TableConstraint.Check(cursor.spanFrom(start), name, condition, onConflict);
  }

  /** A constraint that ALTER TABLE can add. */
  TableConstraint addedConstraint() throws SyntaxException {
    int start = cursor.start();
    Optional<Identifier> name = name();
    return check(start, name);
  }

  private ForeignKey foreignKey() throws SyntaxException {
    int start = cursor.start();
    cursor.expect("REFERENCES");
    Identifier table = cursor.name("the name of a table");
    List<Identifier> columns = cursor.at("(") ? grammar.queries.keyNames() : List.of();
    List<ForeignKey.Reaction> reactions = new ArrayList<>();
    Optional<Identifier> match = Optional.empty();
    while (true) {
      if (cursor.accept("ON")) {
        reactions.add(reaction());
      } else if (cursor.accept("MATCH")) {
        match = Optional.of(cursor.name("a name"));
      } else {
        break;
      }
    }
    Optional<ForeignKey.Deferral> deferral = deferral();
    return new ForeignKey(cursor.spanFrom(start), table, columns, reactions, match, deferral);
  }

  private ForeignKey.Reaction reaction() throws SyntaxException {
    for (ForeignKey.Event event : ForeignKey.Event.values()) {
      if (cursor.accept(event.name())) {
        return new ForeignKey.Reaction(event, action());
      }
    }
    throw cursor.error();
  }

  private ForeignKey.Action action() throws SyntaxException {
    if (cursor.accept("SET")) {
      if (cursor.accept("NULL")) {
        return ForeignKey.Action.SET_NULL;
      }
      cursor.expect("DEFAULT");
      return ForeignKey.Action.SET_DEFAULT;
    }
    if (cursor.accept("CASCADE")) {
      return ForeignKey.Action.CASCADE;
    }
    if (cursor.accept("RESTRICT")) {
      return ForeignKey.Action.RESTRICT;
    }
    cursor.expect("NO");
    cursor.expect("ACTION");
    return ForeignKey.Action.NO_ACTION;
  }

  private Optional<ForeignKey.Deferral> deferral() throws SyntaxException {
    boolean not = cursor.acceptBoth("NOT", "DEFERRABLE");
    if (!not && !cursor.accept("DEFERRABLE")) {
      return Optional.empty();
    }
    Optional<Boolean> deferred = Optional.empty();
    if (cursor.accept("INITIALLY")) {
      deferred = Optional.of(cursor.accept("DEFERRED"));
      if (!deferred.get()) {
        cursor.expect("IMMEDIATE");
      }
    }
    return Optional.of(new ForeignKey.Deferral(!not, deferred));
  }
}
