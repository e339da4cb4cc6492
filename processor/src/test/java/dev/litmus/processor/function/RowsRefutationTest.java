package dev.litmus.processor.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.function.FunctionFacts.Kind;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.Value;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same as {@link ScalarRefutationTest} for functions over rows: none to four rows, of all storage classes. */
class RowsRefutationTest {

  private static final int GROUPS = 30;
  private static final int CLAIMS = 3;
  private static final int MOST_ROWS = 4;

  private static final Value ANYTHING = Value.unknown("nothing is known of it");

  private final Random random = new Random(11);
  private final Set<String> refuted = new TreeSet<>();

  @Test
  void aggregatesAreNotRefuted() throws SQLException {
    tryToRefute(Kind.AGGREGATE, "");
    assertThat(refuted).isEmpty();
  }

  /** Every row has a frame that is not empty, and so has every aggregate something to look at. */
  @Test
  void windowFunctionsAreNotRefuted() throws SQLException {
    tryToRefute(Kind.WINDOW, " OVER (ORDER BY r)");
    tryToRefute(Kind.WINDOW, " OVER (ORDER BY r ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)");
    assertThat(refuted).isEmpty();
  }

  private void tryToRefute(Kind kind, String over) throws SQLException {
    try (Calls calls = Calls.open()) {
      for (FunctionFacts function : FunctionTable.builtin().all()) {
        for (int arguments = 0; function.kind() == kind && arguments <= 3; arguments++) {
          for (int rows = 1; function.accepts(arguments) && rows <= MOST_ROWS; rows++) {
            tryToRefute(calls, function, arguments, rows, over);
          }
        }
      }
    }
  }

  private void tryToRefute(
      Calls calls, FunctionFacts function, int arguments, int rows, String over)
      throws SQLException {
    String sql =
        "SELECT " + call(function, arguments) + over + " FROM (" + rows(arguments, rows) + ")";
    List<HostileValue> from = HostileValue.of(function);
    for (int group = 0; group < (arguments == 0 ? 1 : GROUPS); group++) {
      List<HostileValue> values = values(kindred(from), arguments, rows);
      for (Result result : calls.rows(sql, values).orElse(List.of())) {
        compare(function, arguments, values, result);
      }
    }
  }

  private void compare(
      FunctionFacts function, int arguments, List<HostileValue> values, Result result) {
    List<Value> exact = new ArrayList<>();
    for (int i = 0; i < arguments; i++) {
      int rows = values.size() / arguments;
      exact.add(either(values.subList(i * rows, (i + 1) * rows)));
    }
    for (int i = 0; i < CLAIMS; i++) {
      List<Value> told = i == 0
          ? exact
          : exact.stream().map(one -> HostileValue.somethingTrueOf(one, random)).toList();
      result
          .refutes(function, told, exact)
          .ifPresent(words -> refuted.add(words + " over " + literals(values)));
    }
  }

  private static String literals(List<HostileValue> values) {
    return values.stream().map(HostileValue::sql).collect(Collectors.joining(", "));
  }

  /** Returns what the first argument is in all rows, then the second. Most others than the first have to be constant. */
  private List<HostileValue> values(List<HostileValue> from, int arguments, int rows) {
    List<HostileValue> values = new ArrayList<>();
    for (int i = 0; i < arguments; i++) {
      values.addAll(
          i == 0 || random.nextInt(4) == 0
              ? HostileValue.draw(from, rows, random)
              : Collections.nCopies(rows, HostileValue.draw(from, 1, random).get(0)));
    }
    return values;
  }

  /** Often of one class only: there is more to be claimed of that. */
  private List<HostileValue> kindred(List<HostileValue> all) {
    Classes some = List.of(
            Classes.INTEGER, Classes.REAL, Classes.NUMBER, Classes.TEXT, Classes.BLOB, Classes.ANY)
        .get(random.nextInt(6));
    return all.stream().filter(value -> value.classes().isWithin(some)).toList();
  }

  private static Value either(List<HostileValue> values) {
    return values.stream().map(HostileValue::known).reduce(Value::or).orElseThrow();
  }

  private static String call(FunctionFacts function, int arguments) {
    return IntStream.range(0, arguments)
        .mapToObj(argument -> "a" + argument)
        .collect(Collectors.joining(", ", function.name() + "(", ")"));
  }

  private static String rows(int arguments, int rows) {
    return IntStream.range(0, rows)
        .mapToObj(row -> IntStream.range(0, arguments)
            .mapToObj(i -> ", " + Calls.parameter(i * rows + row + 1) + " AS a" + i)
            .collect(Collectors.joining("", "SELECT " + row + " AS r", "")))
        .collect(Collectors.joining(" UNION ALL "));
  }

  @Test
  void withoutRowsEachIsNullOrNotAsIsSaid() throws SQLException {
    try (Calls calls = Calls.open()) {
      for (FunctionFacts function : FunctionTable.builtin().all()) {
        if (function.kind() == Kind.AGGREGATE) {
          compareWithoutRows(
              calls, function, call(function, function.arity().least()), " WHERE false");
        }
      }
    }
    assertThat(refuted).isEmpty();
  }

  /** The frame of the last row is empty. {@code mode} and its like are no window functions. */
  @Test
  void withAnEmptyFrameEachIsNullOrNotAsIsSaid() throws SQLException {
    String over = " OVER (ORDER BY r ROWS BETWEEN 1 FOLLOWING AND 1 FOLLOWING)";
    try (Calls calls = Calls.open()) {
      for (FunctionFacts function : FunctionTable.builtin().all()) {
        if (function.kind() != Kind.SCALAR
            && !function.name().matches("mode|.*_quartile|stdev|variance|lag|lead")) {
          compareWithoutRows(calls, function, call(function, function.arity().least()) + over, "");
        }
      }
    }
    assertThat(refuted).isEmpty();
  }

  private void compareWithoutRows(Calls calls, FunctionFacts function, String call, String where)
      throws SQLException {
    Result result = calls
        .row("SELECT " + call + " FROM (SELECT 1 AS r, 2 AS a0, 1 AS a1)" + where, List.of())
        .orElseThrow();
    if (result.isNull() != function.nullWithoutRows()) {
      refuted.add(function + " is " + result.value() + " without rows");
    }
    List<Value> arguments = Collections.nCopies(function.arity().least(), ANYTHING);
    result
        .refutes(function.result(arguments).orNull(NullReason.of("there are no rows")), false)
        .ifPresent(words -> refuted.add(function + words));
  }
}
