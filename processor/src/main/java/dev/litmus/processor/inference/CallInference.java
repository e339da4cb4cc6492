package dev.litmus.processor.inference;

import dev.litmus.processor.function.FunctionFacts;
import dev.litmus.processor.inference.ParameterUse.Kind;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Call;
import dev.litmus.processor.sql.tree.Expression.Case;
import dev.litmus.processor.sql.tree.Frame;
import dev.litmus.processor.sql.tree.Window;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a call yields: of one row, of a group, or of a window.
 *
 * @see <a href="https://sqlite.org/lang_aggfunc.html">Aggregate functions</a>
 * @see <a href="https://sqlite.org/windowfunctions.html">Window functions</a>
 */
final class CallInference {

  private final ExpressionInference expressions;

  CallInference(ExpressionInference expressions) {
    this.expressions = expressions;
  }

  Value of(Call call) {
    Optional<Case> choice = choice(call);
    if (choice.isPresent()) {
      return expressions.of(choice.get());
    }
    Optional<FunctionFacts> function = expressions.inferring().subject().function(call);
    boolean aggregates = function.isPresent()
        && function.get().kind() == FunctionFacts.Kind.AGGREGATE
        && call.over().isEmpty();
    ExpressionInference inside = aggregates ? eachRow() : expressions;
    List<Value> arguments = new ArrayList<>();
    call.arguments().forEach(argument -> arguments.add(inside.of(argument)));
    call.orderBy().forEach(term -> inside.of(term.expression()));
    call.filter().ifPresent(filter -> condition(inside, filter));
    call.over().ifPresent(this::visit);
    if (function.isEmpty()) {
      return Value.unknown(
          "litmus does not know the function `" + call.function().name() + "`");
    }
    expectArguments(inside, function.get(), call, arguments);
    return evaluated(call, withoutRows(function.get(), call, known(function.get(), arguments)));
  }

  /** What the engine says of a constant call; of one that is NULL, it cannot say what it would be. */
  private Value evaluated(Call call, Value value) {
    return expressions
        .inferring()
        .constants()
        .value(expressions.inferring().subject(), call)
        .map(constant ->
            constant.nullReason().map(reason -> value.notNull().orNull(reason)).orElse(constant))
        .orElse(value);
  }

  private static Value known(FunctionFacts function, List<Value> arguments) {
    return function.accepts(arguments.size())
        ? function.result(arguments)
        : Value.unknown("`" + function.name() + "` may be NULL");
  }

  /** The arguments of an aggregate are those of each row; in HAVING and the results, names mean a row of the group. */
  private ExpressionInference eachRow() {
    return expressions
        .context()
        .aggregated()
        .map(rows -> expressions.inferring().in(rows.each()))
        .orElse(expressions);
  }

  private static void condition(ExpressionInference inside, Expression filter) {
    inside.expect(filter, Kind.OTHER, SqlType.INTEGER);
    inside.of(filter);
  }

  private void visit(Window window) {
    if (window instanceof Window.Defined defined) {
      defined.partitionBy().forEach(expressions::of);
      defined.orderBy().forEach(term -> expressions.of(term.expression()));
      defined.frame().ifPresent(frame -> {
        frame.start().distance().ifPresent(this::distance);
        frame.end().flatMap(end -> end.distance()).ifPresent(this::distance);
      });
    }
  }

  private void distance(Expression expression) {
    expressions.expect(expression, Kind.OTHER, SqlType.NUMERIC);
    expressions.of(expression);
  }

  private static void expectArguments(
      ExpressionInference inside, FunctionFacts function, Call call, List<Value> arguments) {
    List<Expression> sharing = new ArrayList<>();
    List<Value> shared = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (function.sharesType(i)) {
        sharing.add(call.arguments().get(i));
        shared.add(arguments.get(i));
      } else {
        inside.expect(
            call.arguments().get(i), Kind.OTHER, function.argument(i).orElse(SqlType.ANY));
      }
    }
    inside.share(sharing, shared);
  }

  /** {@code iif(a, b, c)} is CASE by another name. */
  private static Optional<Case> choice(Call call) {
    boolean chooses = call.function().is("iif") || call.function().is("if");
    if (!chooses || call.arguments().size() < 2) {
      return Optional.empty();
    }
    List<Expression> arguments = call.arguments();
    List<Case.When> branches = new ArrayList<>();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      branches.add(new Case.When(arguments.get(i), arguments.get(i + 1)));
    }
    Optional<Expression> otherwise = arguments.size() % 2 == 1
        ? Optional.of(arguments.get(arguments.size() - 1))
        : Optional.empty();
    return Optional.of(new Case(call.span(), Optional.empty(), branches, otherwise));
  }

  /** An aggregate goes over no rows when a filter leaves none, when its window is empty, or without GROUP BY. */
  private Value withoutRows(FunctionFacts function, Call call, Value value) {
    if (function.kind() == FunctionFacts.Kind.SCALAR || !function.nullWithoutRows()) {
      return value;
    }
    String name = "`" + call.function().name() + "`";
    if (call.filter().isPresent()) {
      return value.orNull(
          NullReason.of(name + " is NULL when its FILTER leaves no row", call.span()));
    }
    if (call.over().isPresent()) {
      return isNeverEmpty(call.over().get())
          ? value
          : value.orNull(NullReason.of(name + " is NULL when the window has no row", call.span()));
    }
    boolean grouped =
        expressions.context().aggregated().filter(a -> !a.mayBeNone()).isPresent();
    return grouped ? value : value.orNull(NullReason.of(name + " of no rows is NULL", call.span()));
  }

  /** Without a frame of its own, a window goes up to the current row, which is in it. */
  private boolean isNeverEmpty(Window window) {
    Optional<Window.Defined> defined = window instanceof Window.Named named
        ? Optional.ofNullable(expressions.context().windows().get(Aliases.key(named.name())))
        : Optional.of((Window.Defined) window);
    return defined
        .filter(one -> one.frame().map(CallInference::hasCurrentRow).orElse(true))
        .isPresent();
  }

  private static boolean hasCurrentRow(Frame frame) {
    boolean all =
        frame.exclusion().isEmpty() || frame.exclusion().get() == Frame.Exclusion.NO_OTHERS;
    boolean begins = switch (frame.start().kind()) {
      case UNBOUNDED_PRECEDING, PRECEDING, CURRENT_ROW -> true;
      case FOLLOWING, UNBOUNDED_FOLLOWING -> false;
    };
    boolean ends = frame
        .end()
        .map(end -> switch (end.kind()) {
          case CURRENT_ROW, FOLLOWING, UNBOUNDED_FOLLOWING -> true;
          case UNBOUNDED_PRECEDING, PRECEDING -> false;
        })
        .orElse(true);
    return all && begins && ends;
  }
}
