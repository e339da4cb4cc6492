package dev.litmus.processor.inference;

import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the passes over one statement share.
 *
 * @param subject the statement
 * @param assumptions what is known of its parameters beforehand
 * @param parameterClasses what an earlier round found of them
 * @param uses what this round finds of them
 * @param nullableSets what this round finds of {@code NOT IN}
 * @param constants who evaluates
 */
record Inferring(
    Subject subject,
    Assumptions assumptions,
    Map<List<String>, Classes> parameterClasses,
    ParameterUses uses,
    NullableSets nullableSets,
    Constants constants,
    Counter counter) {

  /** Gives numbers to what has to be told apart. */
  static final class Counter {
    private int last;

    int next() {
      return ++last;
    }
  }

  Value parameter(Parameter parameter) {
    Value value = new Value(
        parameterClasses.getOrDefault(parameter.path(), Classes.ANY),
        Classes.ANY,
        Optional.empty());
    return assumptions.nullable().contains(parameter.path())
        ? value.orNull(
            NullReason.of("the parameter `" + parameter.text() + "` may be null", parameter.span()))
        : value;
  }

  /** Returns the passes over another statement, like the body of a view, that ask the same engine. */
  Inferring over(Subject other) {
    return new Inferring(
        other,
        Assumptions.NONE,
        Map.of(),
        new ParameterUses(),
        new NullableSets(),
        constants,
        counter);
  }

  ExpressionInference in(Context context) {
    return new ExpressionInference(this, context);
  }

  QueryInference queries() {
    return new QueryInference(this);
  }
}
