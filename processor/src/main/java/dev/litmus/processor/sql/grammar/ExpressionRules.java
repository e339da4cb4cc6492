package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.tree.BinaryOperator;
import dev.litmus.processor.sql.tree.ConflictAction;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.InSet;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.Source;
import dev.litmus.processor.sql.tree.TypeName;
import dev.litmus.processor.sql.tree.UnaryOperator;
import dev.litmus.runtime.internal.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Expressions by operator precedence: an operand, then every operator that binds tighter than what asked for it.
 *
 * @see <a href="https://sqlite.org/lang_expr.html#operators_and_parse_affecting_attributes">Operators</a>
 */
final class ExpressionRules {

  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int EQUALITY = 4;
  private static final int COMPARISON = 5;
  private static final int BITS = 6;
  private static final int SUM = 7;
  private static final int PRODUCT = 8;
  private static final int CONCATENATION = 9;
  private static final int COLLATE = 10;
  private static final int UNARY = 11;

  private record Infix(int level, BinaryOperator operator) {}

  private static final Map<String, Infix> INFIX = Map.ofEntries(
      Map.entry("OR", new Infix(OR, BinaryOperator.OR)),
      Map.entry("AND", new Infix(AND, BinaryOperator.AND)),
      Map.entry("=", new Infix(EQUALITY, BinaryOperator.EQUAL)),
      Map.entry("==", new Infix(EQUALITY, BinaryOperator.EQUAL)),
      Map.entry("<>", new Infix(EQUALITY, BinaryOperator.NOT_EQUAL)),
      Map.entry("!=", new Infix(EQUALITY, BinaryOperator.NOT_EQUAL)),
      Map.entry("<", new Infix(COMPARISON, BinaryOperator.LESS)),
      Map.entry("<=", new Infix(COMPARISON, BinaryOperator.LESS_OR_EQUAL)),
      Map.entry(">", new Infix(COMPARISON, BinaryOperator.GREATER)),
      Map.entry(">=", new Infix(COMPARISON, BinaryOperator.GREATER_OR_EQUAL)),
      Map.entry("&", new Infix(BITS, BinaryOperator.BIT_AND)),
      Map.entry("|", new Infix(BITS, BinaryOperator.BIT_OR)),
      Map.entry("<<", new Infix(BITS, BinaryOperator.SHIFT_LEFT)),
      Map.entry(">>", new Infix(BITS, BinaryOperator.SHIFT_RIGHT)),
      Map.entry("+", new Infix(SUM, BinaryOperator.ADD)),
      Map.entry("-", new Infix(SUM, BinaryOperator.SUBTRACT)),
      Map.entry("*", new Infix(PRODUCT, BinaryOperator.MULTIPLY)),
      Map.entry("/", new Infix(PRODUCT, BinaryOperator.DIVIDE)),
      Map.entry("%", new Infix(PRODUCT, BinaryOperator.REMAINDER)),
      Map.entry("||", new Infix(CONCATENATION, BinaryOperator.CONCATENATE)),
      Map.entry("->", new Infix(CONCATENATION, BinaryOperator.JSON)),
      Map.entry("->>", new Infix(CONCATENATION, BinaryOperator.JSON_VALUE)));

  private final Grammar grammar;
  private final Cursor cursor;

  /** The height of the highest tree among the operands parsed so far on this level. */
  private int height;

  ExpressionRules(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Expression expression() throws SyntaxException {
    return expression(0, true);
  }

  /** One expression or more, separated by commas. */
  List<Expression> list() throws SyntaxException {
    List<Expression> items = new ArrayList<>();
    do {
      items.add(expression());
    } while (cursor.accept(","));
    return items;
  }

  /**
   * Parses operators of at least a level. Long chains of operators are built by the loop, not by recursion, and still
   * make the tree higher: the height is counted on the way up.
   *
   * @param and whether {@code AND} is an operator on this level; it ends the first half of a BETWEEN
   */
  private Expression expression(int least, boolean and) throws SyntaxException {
    cursor.enter();
    int siblings = height;
    height = 0;
    int start = cursor.start();
    Expression left = operand();
    int own = height + 1;
    while (true) {
      height = 0;
      Optional<Expression> longer = operator(start, left, least, and);
      if (longer.isEmpty()) {
        break;
      }
      left = longer.get();
      own = Math.max(own, height) + 1;
      cursor.check(own);
    }
    height = Math.max(siblings, own);
    cursor.leave();
    return left;
  }

  private Optional<Expression> operator(int start, Expression left, int least, boolean and)
      throws SyntaxException {
    String text = cursor.isKind(TokenKind.OPERATOR) ? cursor.text() : cursor.word(0);
    Infix infix = INFIX.get(text);
    if (infix != null) {
      if (infix.level() < least || (infix.level() == AND && !and)) {
        return Optional.empty();
      }
      cursor.advance();
      Expression right = expression(infix.level() + 1, true);
      return Optional.of(
          new Expression.Binary(cursor.spanFrom(start), infix.operator(), left, right));
    }
    if (text.equals("COLLATE") && least <= COLLATE) {
      cursor.advance();
      Identifier collation = cursor.plainName("the name of a collation");
      return Optional.of(new Expression.Collate(cursor.spanFrom(start), left, collation));
    }
    return least <= EQUALITY ? test(start, left, text) : Optional.empty();
  }

  /** The operators that are words; all of them bind like {@code =}. */
  private Optional<Expression> test(int start, Expression left, String word)
      throws SyntaxException {
    return switch (word) {
      case "IS" -> Optional.of(is(start, left));
      case "ISNULL", "NOTNULL" -> {
        cursor.advance();
        yield Optional.of(
            new Expression.NullTest(cursor.spanFrom(start), left, word.equals("NOTNULL")));
      }
      case "NOT" -> {
        cursor.advance();
        yield Optional.of(negated(start, left));
      }
      case "BETWEEN", "IN", "LIKE", "GLOB", "REGEXP", "MATCH" ->
        Optional.of(test(start, left, false, word));
      default -> Optional.empty();
    };
  }

  private Expression is(int start, Expression left) throws SyntaxException {
    cursor.expect("IS");
    boolean negated = cursor.accept("NOT");
    if (cursor.accept("DISTINCT", "FROM")) {
      negated = !negated;
    }
    Expression right = expression(COMPARISON, true);
    BinaryOperator operator = negated ? BinaryOperator.IS_NOT : BinaryOperator.IS;
    return new Expression.Binary(cursor.spanFrom(start), operator, left, right);
  }

  private Expression negated(int start, Expression left) throws SyntaxException {
    if (cursor.accept("NULL")) {
      return new Expression.NullTest(cursor.spanFrom(start), left, true);
    }
    for (String word : List.of("IN", "LIKE", "BETWEEN", "GLOB", "REGEXP", "MATCH")) {
      if (cursor.at(word)) {
        return test(start, left, true, word);
      }
    }
    throw cursor.error();
  }

  private Expression test(int start, Expression left, boolean negated, String word)
      throws SyntaxException {
    cursor.expect(word);
    return switch (word) {
      case "BETWEEN" -> between(start, left, negated);
      case "IN" -> {
        cursor.enter();
        InSet set = set();
        cursor.leave();
        yield new Expression.In(cursor.spanFrom(start), left, negated, set);
      }
      default -> like(start, left, negated, word);
    };
  }

  private Expression between(int start, Expression left, boolean negated) throws SyntaxException {
    Expression low = expression(0, false);
    cursor.expect("AND");
    Expression high = expression(COMPARISON, true);
    return new Expression.Between(cursor.spanFrom(start), left, negated, low, high);
  }

  private Expression like(int start, Expression left, boolean negated, String word)
      throws SyntaxException {
    Expression pattern = expression(COMPARISON, true);
    Optional<Expression> escape =
        cursor.accept("ESCAPE") ? Optional.of(expression(COMPARISON, true)) : Optional.empty();
    return new Expression.Like(cursor.spanFrom(start), left, negated, word, pattern, escape);
  }

  private InSet set() throws SyntaxException {
    int start = cursor.start();
    if (!cursor.accept("(")) {
      Source source = grammar.sources.named();
      return new InSet.Named(cursor.spanFrom(start), source);
    }
    if (grammar.queries.isHere()) {
      Query query = grammar.queries.query();
      cursor.expect(")");
      return new InSet.Rows(cursor.spanFrom(start), query);
    }
    List<Expression> items = cursor.at(")") ? List.of() : list();
    cursor.expect(")");
    return new InSet.Values(cursor.spanFrom(start), items);
  }

  private Expression operand() throws SyntaxException {
    if (cursor.isKind(TokenKind.OPERATOR)) {
      return sign();
    }
    if (cursor.isKind(TokenKind.NUMBER)
        || cursor.isKind(TokenKind.BLOB)
        || cursor.isKind(TokenKind.PARAMETER)) {
      return grammar.literals.literal();
    }
    if (cursor.isKind(TokenKind.STRING) && !cursor.isNext(1, ".")) {
      return grammar.literals.literal();
    }
    return word();
  }

  private Expression sign() throws SyntaxException {
    int start = cursor.start();
    for (UnaryOperator operator :
        List.of(UnaryOperator.NEGATE, UnaryOperator.PLUS, UnaryOperator.BIT_NOT)) {
      if (cursor.isNext(0, operator.text())) {
        cursor.advance();
        Expression operand = expression(UNARY, true);
        return new Expression.Unary(cursor.spanFrom(start), operator, operand);
      }
    }
    if (!cursor.isNext(0, "(")) {
      throw cursor.error("an expression");
    }
    return parentheses();
  }

  private Expression parentheses() throws SyntaxException {
    int start = cursor.start();
    cursor.expect("(");
    if (grammar.queries.isHere()) {
      Query query = grammar.queries.query();
      cursor.expect(")");
      return new Expression.Subquery(cursor.spanFrom(start), query);
    }
    List<Expression> items = list();
    cursor.expect(")");
    return items.size() == 1
        ? new Expression.Parenthesized(cursor.spanFrom(start), items.get(0))
        : new Expression.RowValue(cursor.spanFrom(start), items);
  }

  private Expression word() throws SyntaxException {
    int start = cursor.start();
    if (cursor.isKind(TokenKind.WORD)) {
      switch (cursor.word(0)) {
        case "NOT" -> {
          cursor.advance();
          Expression operand = expression(NOT, true);
          return new Expression.Unary(cursor.spanFrom(start), UnaryOperator.NOT, operand);
        }
        case "NULL", "CURRENT_TIME", "CURRENT_DATE", "CURRENT_TIMESTAMP" -> {
          return grammar.literals.literal();
        }
        case "EXISTS" -> {
          return exists();
        }
        case "CASE" -> {
          return caseOf();
        }
        case "CAST" -> {
          return cast();
        }
        case "RAISE" -> {
          return raise();
        }
        default -> {}
      }
    }
    if (!cursor.isName()) {
      throw cursor.error("an expression");
    }
    return cursor.isNext(1, "(") && !cursor.isKind(TokenKind.STRING)
        ? grammar.calls.call()
        : columnName();
  }

  private Expression columnName() throws SyntaxException {
    int start = cursor.start();
    List<Identifier> parts = new ArrayList<>();
    parts.add(cursor.name("an expression"));
    while (parts.size() < 3 && cursor.accept(".")) {
      parts.add(cursor.name("the name of a column"));
    }
    int count = parts.size();
    return new Expression.ColumnName(
        cursor.spanFrom(start),
        count == 3 ? Optional.of(parts.get(0)) : Optional.empty(),
        count >= 2 ? Optional.of(parts.get(count - 2)) : Optional.empty(),
        parts.get(count - 1));
  }

  private Expression exists() throws SyntaxException {
    int start = cursor.start();
    cursor.expect("EXISTS");
    cursor.expect("(");
    Query query = grammar.queries.query();
    cursor.expect(")");
    return new Expression.Exists(cursor.spanFrom(start), query);
  }

  private Expression caseOf() throws SyntaxException {
    int start = cursor.start();
    cursor.expect("CASE");
    Optional<Expression> operand = cursor.at("WHEN") ? Optional.empty() : Optional.of(expression());
    List<Expression.Case.When> branches = new ArrayList<>();
    cursor.expect("WHEN");
    do {
      Expression condition = expression();
      cursor.expect("THEN");
      branches.add(new Expression.Case.When(condition, expression()));
    } while (cursor.accept("WHEN"));
    Optional<Expression> otherwise =
        cursor.accept("ELSE") ? Optional.of(expression()) : Optional.empty();
    cursor.expect("END");
    return new Expression.Case(cursor.spanFrom(start), operand, branches, otherwise);
  }

  private Expression cast() throws SyntaxException {
    int start = cursor.start();
    cursor.expect("CAST");
    cursor.expect("(");
    Expression operand = expression();
    cursor.expect("AS");
    TypeName type = grammar.tables.typeName();
    cursor.expect(")");
    return new Expression.Cast(cursor.spanFrom(start), operand, type);
  }

  private Expression raise() throws SyntaxException {
    int start = cursor.start();
    cursor.expect("RAISE");
    cursor.expect("(");
    if (cursor.accept("IGNORE")) {
      cursor.expect(")");
      return new Expression.Raise(cursor.spanFrom(start), ConflictAction.IGNORE, Optional.empty());
    }
    for (ConflictAction action :
        List.of(ConflictAction.ROLLBACK, ConflictAction.ABORT, ConflictAction.FAIL)) {
      if (cursor.accept(action.name())) {
        cursor.expect(",");
        Expression message = expression();
        cursor.expect(")");
        return new Expression.Raise(cursor.spanFrom(start), action, Optional.of(message));
      }
    }
    throw cursor.error();
  }
}
