package dev.litmus.processor.inference;

import dev.litmus.processor.inference.ParameterUse.Kind;
import dev.litmus.processor.schema.Affinity;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Between;
import dev.litmus.processor.sql.tree.Expression.Binary;
import dev.litmus.processor.sql.tree.Expression.Call;
import dev.litmus.processor.sql.tree.Expression.Case;
import dev.litmus.processor.sql.tree.Expression.Cast;
import dev.litmus.processor.sql.tree.Expression.Collate;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Expression.Exists;
import dev.litmus.processor.sql.tree.Expression.In;
import dev.litmus.processor.sql.tree.Expression.Like;
import dev.litmus.processor.sql.tree.Expression.Literal;
import dev.litmus.processor.sql.tree.Expression.NullTest;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Expression.Parenthesized;
import dev.litmus.processor.sql.tree.Expression.Raise;
import dev.litmus.processor.sql.tree.Expression.RowValue;
import dev.litmus.processor.sql.tree.Expression.Subquery;
import dev.litmus.processor.sql.tree.Expression.Unary;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.StorageClass;
import dev.litmus.processor.value.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What an expression can yield, and what it says of the parameters in it.
 *
 * @see <a href="https://sqlite.org/lang_expr.html">SQL language expressions</a>
 */
final class ExpressionInference implements Expression.Visitor<Value> {

  private final Inferring inferring;
  private final Context context;
  private final IdentityHashMap<Expression, Value> values = new IdentityHashMap<>();
  private final IdentityHashMap<Query, Optional<List<Value>>> queries = new IdentityHashMap<>();

  ExpressionInference(Inferring inferring, Context context) {
    this.inferring = inferring;
    this.context = context;
  }

  /** Looks at an expression once, however often it is asked about: nested, twice would soon be a thousand times. */
  Value of(Expression expression) {
    Value known = values.get(expression);
    if (known == null) {
      known = expression.accept(this);
      values.put(expression, known);
    }
    return known;
  }

  /** Returns what the columns of a subquery can hold; empty when that is not known. */
  Optional<List<Value>> columns(Query query) {
    Optional<List<Value>> known = queries.get(query);
    if (known == null) {
      known = inferring.queries().columns(query, context.inside());
      queries.put(query, known);
    }
    return known;
  }

  Context context() {
    return context;
  }

  Inferring inferring() {
    return inferring;
  }

  @Override
  public Value literal(Literal literal) {
    return switch (literal.kind()) {
      case INTEGER -> Value.of(Operators.number(literal.text()));
      case REAL -> Value.of(Classes.REAL);
      case TEXT, TIME -> Value.of(Classes.TEXT);
      case BLOB -> Value.of(Classes.BLOB);
      case NULL ->
        new Value(
            Classes.NONE, Classes.NONE, Optional.of(NullReason.of("it is NULL", literal.span())));
    };
  }

  @Override
  public Value parameter(Parameter parameter) {
    expect(parameter, Kind.OTHER, SqlType.ANY);
    return inferring.parameter(parameter);
  }

  @Override
  public Value columnName(ColumnName column) {
    Subject subject = inferring.subject();
    if (subject.isAlias(column)) {
      Expression named = context.aliases().get(Aliases.key(column.name()));
      return named == null ? unknown() : of(named);
    }
    if (subject.isNoColumn(column)) {
      return Value.of(
          column.name().quote() == Identifier.Quote.NONE ? Classes.INTEGER : Classes.TEXT);
    }
    return subject
        .origin(column)
        .flatMap(relation -> relation.at())
        .flatMap(relation -> context.value(relation, column.name().name()))
        .orElseGet(ExpressionInference::unknown);
  }

  private static Value unknown() {
    return Value.unknown("litmus does not know what this is");
  }

  @Override
  public Value parenthesized(Parenthesized parenthesized) {
    return of(parenthesized.inner());
  }

  /** No value of its own; what it is compared with is compared item by item. */
  @Override
  public Value rowValue(RowValue row) {
    Value all = Value.of(Classes.ANY);
    for (Expression item : row.items()) {
      all = of(item).nullReason().map(all::orNull).orElse(all);
    }
    return all;
  }

  @Override
  public Value unary(Unary unary) {
    return switch (unary.operator()) {
      case PLUS -> of(unary.operand());
      case NEGATE -> {
        expect(unary.operand(), Kind.OTHER, SqlType.NUMERIC);
        yield Operators.negated(of(unary.operand()));
      }
      case BIT_NOT, NOT -> {
        expect(unary.operand(), Kind.OTHER, SqlType.INTEGER);
        yield Operators.strict(Classes.INTEGER, of(unary.operand()));
      }
    };
  }

  @Override
  public Value binary(Binary binary) {
    return new BinaryInference(this).of(binary);
  }

  @Override
  public Value nullTest(NullTest test) {
    expect(test.operand(), Kind.TESTED, SqlType.ANY);
    of(test.operand());
    return Value.of(Classes.INTEGER);
  }

  @Override
  public Value like(Like like) {
    expect(like.operand(), Kind.COMPARED, SqlType.TEXT);
    expect(like.pattern(), Kind.COMPARED, SqlType.TEXT);
    like.escape().ifPresent(escape -> expect(escape, Kind.OTHER, SqlType.TEXT));
    Value escape = like.escape().map(this::of).orElse(Value.of(Classes.TEXT));
    Value value = Operators.strict(Classes.INTEGER, of(like.operand()), of(like.pattern()), escape);
    return switch (like.operator()) {
      case "LIKE", "GLOB" -> value;
      default -> Value.unknown("`" + like.operator() + "` may be NULL");
    };
  }

  @Override
  public Value between(Between between) {
    Value operand = of(between.operand());
    Value low = of(between.low());
    Value high = of(between.high());
    new Comparison(this).meet(Kind.COMPARED, between.operand(), between.low());
    new Comparison(this).meet(Kind.COMPARED, between.operand(), between.high());
    return Operators.strict(Classes.INTEGER, operand, low, high)
        .with(Classes.INTEGER, Classes.INTEGER);
  }

  @Override
  public Value in(In in) {
    return new Comparison(this).in(in);
  }

  @Override
  public Value collate(Collate collate) {
    expect(collate.operand(), Kind.OTHER, SqlType.TEXT);
    return of(collate.operand());
  }

  /** A cast to NUMERIC makes an INTEGER or a REAL of anything; so does one to no type at all, unlike a column without one. */
  @Override
  public Value cast(Cast cast) {
    String type = cast.type().text();
    Affinity affinity = type.isBlank() ? Affinity.NUMERIC : Affinity.of(type);
    Classes classes = affinity == Affinity.NUMERIC
        ? Classes.NUMBER
        : Classes.of(StorageClass.valueOf(affinity.name()));
    expect(cast.operand(), Kind.OTHER, classes.type());
    return Operators.strict(classes, of(cast.operand()));
  }

  @Override
  public Value caseOf(Case caseOf) {
    return new CaseInference(this).of(caseOf);
  }

  @Override
  public Value call(Call call) {
    return new CallInference(this).of(call);
  }

  @Override
  public Value exists(Exists exists) {
    columns(exists.query());
    return Value.of(Classes.INTEGER);
  }

  /** The first row's; NULL without one. */
  @Override
  public Value subquery(Subquery subquery) {
    Value value = columns(subquery.query())
        .filter(all -> !all.isEmpty())
        .map(all -> all.get(0))
        .orElseGet(ExpressionInference::unknown);
    return inferring.queries().alwaysHasRow(subquery.query())
        ? value
        : value.orNull(NullReason.of("a subquery without rows is NULL", subquery.span()));
  }

  @Override
  public Value raise(Raise raise) {
    raise.message().ifPresent(this::of);
    return unknown();
  }

  /** Returns what several expressions can be that are alternatives, each told what the others are. */
  Value alternatives(List<Expression> expressions) {
    List<Value> values = new ArrayList<>();
    expressions.forEach(expression -> values.add(of(expression)));
    share(expressions, values);
    return values.stream().reduce(Value::or).orElseGet(ExpressionInference::unknown);
  }

  /** A parameter beside values of one type is of that type. */
  void share(List<Expression> expressions, List<Value> values) {
    for (Expression expression : expressions) {
      List<Classes> others = new ArrayList<>();
      for (int i = 0; i < expressions.size(); i++) {
        if (expressions.get(i) != expression && !Comparison.isParameter(expressions.get(i))) {
          others.add(values.get(i).expected());
        }
      }
      expect(expression, Kind.OTHER, Classes.union(others).type());
    }
  }

  void expect(Expression expression, Kind kind, SqlType type) {
    inferring.uses().expect(expression, kind, type, Optional.empty());
  }
}
