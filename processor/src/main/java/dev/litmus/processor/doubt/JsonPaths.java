package dev.litmus.processor.doubt;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.tree.BinaryOperator;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Binary;
import dev.litmus.processor.sql.tree.Expression.Call;
import dev.litmus.processor.sql.tree.Expression.Literal;
import dev.litmus.processor.sql.tree.Source;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Paths that are none. SQLite reads a path only as far as there is JSON to follow it, so whether it fails depends on the rows;
 * what sets a value at a path reads all of it.
 *
 * @see <a href="https://sqlite.org/json1.html#path_arguments">Path arguments</a>
 */
final class JsonPaths {

  private final Doubtful doubtful;
  private final Engine engine;

  private JsonPaths(Doubtful doubtful) {
    this.doubtful = doubtful;
    this.engine = new Engine(doubtful.schema());
  }

  static List<Problem> problems(Doubtful doubtful) {
    return new JsonPaths(doubtful).problems();
  }

  private List<Problem> problems() {
    Stream<Expression> inCalls = doubtful
        .query()
        .all(Call.class)
        .flatMap(call -> paths(call.function().name(), call.arguments()));
    Stream<Expression> inOperators = doubtful
        .query()
        .all(Binary.class)
        .filter(binary -> binary.operator() == BinaryOperator.JSON
            || binary.operator() == BinaryOperator.JSON_VALUE)
        .map(Binary::right)
        .filter(right -> doubtful.textOf(right).startsWith("'$"));
    Stream<Expression> inSources = doubtful
        .query()
        .all(Source.Function.class)
        .flatMap(source -> paths(source.name().name().name(), source.arguments()));
    return Stream.of(inCalls, inOperators, inSources)
        .flatMap(paths -> paths)
        .filter(JsonPaths::isText)
        .flatMap(path -> problem(path).stream())
        .toList();
  }

  private static Stream<Expression> paths(String function, List<Expression> arguments) {
    int step = switch (function.toLowerCase(Locale.ROOT).replaceFirst("^jsonb_", "json_")) {
      case "json_extract",
          "json_remove",
          "json_type",
          "json_array_length",
          "json_each",
          "json_tree" -> 1;
      case "json_set", "json_insert", "json_replace", "json_array_insert" -> 2;
      default -> 0;
    };
    return step == 0
        ? Stream.empty()
        : IntStream.iterate(1, i -> i < arguments.size(), i -> i + step).mapToObj(arguments::get);
  }

  private static boolean isText(Expression expression) {
    return expression instanceof Literal literal
        && literal.kind() == Literal.Kind.TEXT
        && Engine.isConstant(literal);
  }

  private Optional<Problem> problem(Expression path) {
    return Stream.of("'{}'", "'[]'")
        .map(json -> engine
            .evaluate("json_set(" + json + ", " + doubtful.textOf(path) + ", 1)")
            .failure()
            .orElse(null))
        .filter(Objects::nonNull)
        .findFirst()
        .map(failure -> doubtful
            .problem(
                ProblemCode.FAILING_CALL,
                path.span(),
                "`" + doubtful.words(path) + "` is no path of JSON")
            .note("SQLite accepts the query, and may fail when it runs: " + failure));
  }
}
