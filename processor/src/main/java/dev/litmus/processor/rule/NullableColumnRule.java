package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.declaration.ComponentDeclaration;
import dev.litmus.processor.declaration.JavaType;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.Nullness;
import dev.litmus.processor.declaration.ValueType;
import dev.litmus.processor.model.Result;
import dev.litmus.processor.model.Row;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.value.NullReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What may be NULL goes where there is room for null. A place of which nothing is declared is taken to have it: then only
 * whoever reads the value knows.
 */
public final class NullableColumnRule {

  private final MethodDeclaration method;
  private final ParsedQuery query;
  private final NullColumns columns;
  private final Counterexamples examples;
  private final List<Problem> problems = new ArrayList<>();

  private NullableColumnRule(
      MethodDeclaration method, ParsedQuery query, QueryFacts facts, Counterexamples examples) {
    this.method = method;
    this.query = query;
    this.columns = new NullColumns(query, facts);
    this.examples = examples;
  }

  /** Returns a problem for each column that is NULL where nothing can be. */
  public static List<Problem> check(
      MethodDeclaration method,
      ParsedQuery query,
      QueryFacts facts,
      Result result,
      Counterexamples examples) {
    NullableColumnRule rule = new NullableColumnRule(method, query, facts, examples);
    if (query.tree().isPresent()) {
      result.rows().forEach(row -> rule.check(result, row));
    }
    return rule.problems;
  }

  private void check(Result result, Row row) {
    if (row instanceof Row.ValueRow value) {
      if (!hasRoom(value.type(), value.nullness())) {
        check(value.column(), NullPlace.ofValue(method, result, value));
      }
    } else if (row instanceof Row.ObjectRow object) {
      check(object, column -> false);
    }
  }

  private static boolean hasRoom(ValueType type, Nullness nullness) {
    return type.isOptional() || nullness != Nullness.NOT_NULL;
  }

  /** Looks at the parts of an object; a column that is {@code harmless} is NULL only where there is no such object. */
  private void check(Row.ObjectRow object, Predicate<ResultColumn> harmless) {
    for (Row.Part part : object.parts()) {
      if (part instanceof Row.ColumnPart value) {
        ComponentDeclaration component = value.component();
        if (!harmless.test(columns.column(value.column()))
            && !hasRoom(value.type(), component.nullness().itself())) {
          check(value.column(), NullPlace.ofComponent(object.type(), component, value.type()));
        }
      } else if (part instanceof Row.ObjectPart inner) {
        checkInner(object.type(), inner, harmless);
      }
    }
  }

  private void checkInner(
      JavaType.Declared outer, Row.ObjectPart part, Predicate<ResultColumn> harmless) {
    Row.ObjectRow object = part.object();
    boolean mayBeAbsent = columns.mayBeAbsent(object);
    boolean hasRoom = part.optional() || part.component().nullness().itself() != Nullness.NOT_NULL;
    if (mayBeAbsent && !hasRoom && object.columns().map(columns::column).noneMatch(harmless)) {
      problems.add(absent(outer, part));
    }
    check(object, column -> mayBeAbsent && columns.isNullOnlyWith(object, column));
  }

  private Problem absent(JavaType.Declared outer, Row.ObjectPart part) {
    ResultColumn first = columns.column(part.object().columns().findFirst().orElseThrow());
    String name = part.component().name();
    String type = part.component().type().text();
    Problem problem = Problem.of(
        ProblemCode.NULLABLE_COLUMN,
        method.origin(),
        "all columns of `" + outer.simpleName() + "." + name
            + "` can be NULL at once, but it is declared not null");
    return explained(problem, first, columns.reason(first).orElseThrow())
        .help("declare `@Nullable " + type + " " + name + "` or `Optional<" + type + "> " + name
            + "`");
  }

  private void check(int number, NullPlace place) {
    ResultColumn column = columns.column(number);
    columns.reason(column).ifPresent(reason -> {
      Problem problem = Problem.of(
          ProblemCode.NULLABLE_COLUMN,
          method.origin(),
          "column " + ResultExcerpt.nameOf(query, column) + " can be NULL, but " + place.fact());
      problems.add(explained(problem, column, reason).help(cure(column, place)));
    });
  }

  private Problem explained(Problem problem, ResultColumn column, NullReason reason) {
    Problem shown = ResultExcerpt.underlineSource(problem, query, column);
    for (String line : examples.ofNull(column)) {
      shown = shown.evidence(line);
    }
    return shown.note(reason.words() + line(reason));
  }

  /** Of a query of one line, everybody knows where that is. */
  private String line(NullReason reason) {
    return reason
        .at()
        .filter(at -> query.text().lines().count() > 1)
        .map(at -> " (line " + query.lineOf(at) + ")")
        .orElse("");
  }

  private String cure(ResultColumn column, NullPlace place) {
    Optional<String> expression = ResultExcerpt.expression(query, column)
        .map(found -> query.shortTextOf(found).orElse("…"));
    return place
        .otherwise()
        .flatMap(value -> expression.map(text -> "coalesce(" + text + ", " + value + ")"))
        .map(call ->
            place.isNamed() ? call + " AS " + ResultExcerpt.nameWithoutMark(query, column) : call)
        .map(call -> place.cure() + ", or select `" + call + "`")
        .orElse(place.cure());
  }
}
