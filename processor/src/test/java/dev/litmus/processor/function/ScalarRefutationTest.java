package dev.litmus.processor.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.function.FunctionFacts.Kind;
import dev.litmus.processor.value.Value;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** SQLite calls every scalar function with values of all storage classes: nothing that is claimed may be refuted. */
class ScalarRefutationTest {

  private static final int CALLS = 150;

  /** So often without a result, and a function is taken for one that has none for so many arguments. */
  private static final int ATTEMPTS = 40;

  private static final int CLAIMS = 3;
  private static final int MOST_ARGUMENTS = 4;

  private final Random random = new Random(7);
  private final Set<String> refuted = new TreeSet<>();

  @Test
  void nothingIsRefuted() throws SQLException {
    try (Calls calls = Calls.open()) {
      for (FunctionFacts function : FunctionTable.builtin().all()) {
        if (function.kind() == Kind.SCALAR && !function.name().equals("load_extension")) {
          for (int arguments = 0; arguments <= MOST_ARGUMENTS; arguments++) {
            if (function.accepts(arguments)) {
              tryToRefute(calls, function, arguments);
            }
          }
        }
      }
    }
    assertThat(refuted).isEmpty();
  }

  private void tryToRefute(Calls calls, FunctionFacts function, int arguments) throws SQLException {
    String sql = "SELECT " + call(function, arguments);
    List<HostileValue> all = HostileValue.of(function);
    boolean worked = false;
    for (int i = 0; i < (arguments == 0 ? 1 : CALLS) && (worked || i < ATTEMPTS); i++) {
      List<HostileValue> values = HostileValue.draw(all, arguments, random);
      Optional<Result> result = calls.row(sql, values);
      if (result.isPresent()) {
        worked = true;
        compare(function, values, result.get());
      }
    }
  }

  private static String call(FunctionFacts function, int arguments) {
    if (function.name().startsWith("current_")) {
      return function.name();
    }
    if (function.name().startsWith("->")) {
      return Calls.parameter(1) + function.name() + Calls.parameter(2);
    }
    if (function.name().equals("likelihood")) {
      return "likelihood(" + Calls.parameter(1) + ", 0.5), ?2";
    }
    return IntStream.rangeClosed(1, arguments)
        .mapToObj(Calls::parameter)
        .collect(Collectors.joining(", ", function.name() + "(", ")"));
  }

  private void compare(FunctionFacts function, List<HostileValue> values, Result result) {
    List<Value> exact = values.stream().map(HostileValue::known).toList();
    List<String> wrong = new ArrayList<>();
    result.refutes(function, exact, exact).ifPresent(wrong::add);
    for (int i = 0; i < CLAIMS; i++) {
      List<Value> told =
          exact.stream().map(one -> HostileValue.somethingTrueOf(one, random)).toList();
      result.refutes(function, told, exact).ifPresent(wrong::add);
    }
    for (int i = 0; i < values.size(); i++) {
      if (exact.get(i).isNullable() && function.rejectsNull(i) && !result.isNull()) {
        wrong.add(function + " does not reject NULL as argument " + i);
      }
    }
    String literals = values.stream().map(HostileValue::sql).collect(Collectors.joining(", "));
    wrong.forEach(words -> refuted.add(words + " for (" + literals + ")"));
  }
}
