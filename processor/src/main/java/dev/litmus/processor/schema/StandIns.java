package dev.litmus.processor.schema;

import dev.litmus.processor.schema.ApplicationFunction.Argument;
import dev.litmus.processor.value.SqlType;
import dev.litmus.runtime.function.AggregateFunction;
import dev.litmus.runtime.function.FunctionCall;
import dev.litmus.runtime.function.FunctionRegistry;
import dev.litmus.runtime.internal.driver.ApplicationCode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/**
 * What takes the place of an application's functions while compiling, when they cannot be called: functions of the same name
 * and number of arguments, so that SQLite judges. They keep the promises that are declared, the type of the result and what
 * NULL does, and give other results for other arguments, because migrations may fill a unique column by them.
 */
final class StandIns {

  private StandIns() {}

  static ApplicationCode of(ApplicationFunctions functions) {
    return ApplicationCode.of(registry -> {
      functions.functions().forEach(function -> add(function, registry));
      functions.collations().forEach(name -> registry.collation(name, Comparator.naturalOrder()));
    });
  }

  private static void add(ApplicationFunction function, FunctionRegistry registry) {
    int count = function.arguments().size();
    if (function.aggregate()) {
      registry.aggregate(
          function.name(), count, function.deterministic(), () -> new Group(function));
    } else {
      registry.scalar(function.name(), count, function.deterministic(), call -> {
        if (isCalled(function, call)) {
          give(function, call, textOf(function, call));
        }
      });
    }
  }

  private static boolean isCalled(ApplicationFunction function, FunctionCall call)
      throws SQLException {
    List<Argument> arguments = function.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      if (!arguments.get(i).takesNull() && call.isNull(i)) {
        return false;
      }
    }
    return true;
  }

  private static String textOf(ApplicationFunction function, FunctionCall call)
      throws SQLException {
    StringBuilder text = new StringBuilder(function.name());
    for (int i = 0; i < function.arguments().size(); i++) {
      text.append('|').append(call.isNull(i) ? "" : valueOf(call, i));
    }
    return text.toString();
  }

  private static String valueOf(FunctionCall call, int argument) throws SQLException {
    try {
      return call.getString(argument);
    } catch (SQLException blob) {
      return new String(call.getBytes(argument), StandardCharsets.ISO_8859_1);
    }
  }

  private static void give(ApplicationFunction function, FunctionCall call, String text)
      throws SQLException {
    SqlType type = function.result();
    switch (type) {
      // Positive: what a CHECK asks for is more often true than false.
      case INTEGER, NUMERIC -> call.result(1L + (text.hashCode() & Integer.MAX_VALUE));
      case REAL -> call.result(1.0 + (text.hashCode() & Integer.MAX_VALUE));
      case BLOB -> call.result(text.getBytes(StandardCharsets.UTF_8));
      case TEXT, ANY -> call.result(text);
    }
  }

  private static final class Group implements AggregateFunction {

    private final ApplicationFunction function;
    private final StringBuilder rows = new StringBuilder();

    Group(ApplicationFunction function) {
      this.function = function;
    }

    @Override
    public void step(FunctionCall row) throws SQLException {
      if (isCalled(function, row)) {
        rows.append(textOf(function, row));
      }
    }

    @Override
    public void finish(FunctionCall call) throws SQLException {
      // Of no rows it is NULL where it may be.
      if (!rows.isEmpty() || !function.nullable()) {
        give(function, call, rows.toString());
      }
    }
  }
}
