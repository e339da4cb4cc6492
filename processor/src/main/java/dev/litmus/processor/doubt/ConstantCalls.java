package dev.litmus.processor.doubt;

import static java.util.stream.Collectors.joining;

import dev.litmus.processor.function.FunctionFacts;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Call;
import dev.litmus.processor.sql.tree.Expression.Like;
import dev.litmus.processor.sql.tree.Expression.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Constants that a function never understands: {@code '+1 mounth'}, a format that there is not. SQLite reads them when the query runs; then it fails, or what it yields is NULL.
 *
 * @see <a href="https://sqlite.org/lang_datefunc.html">Date and time functions</a>
 */
final class ConstantCalls {

  /** Those that answer with NULL what they do not understand, where others fail. */
  private static final Set<String> DATES =
      Set.of("date", "time", "datetime", "julianday", "unixepoch", "strftime", "timediff");

  /** The words of modifiers. */
  private static final List<String> WORDS = List.of(
      "second",
      "seconds",
      "minute",
      "minutes",
      "hour",
      "hours",
      "day",
      "days",
      "month",
      "months",
      "year",
      "years",
      "start",
      "of",
      "weekday",
      "unixepoch",
      "julianday",
      "auto",
      "localtime",
      "utc",
      "subsec",
      "subsecond",
      "ceiling",
      "floor",
      "now");

  private static final Pattern WORD = Pattern.compile("\\p{Alpha}{2,}");

  private final Doubtful doubtful;
  private final Engine engine;

  private ConstantCalls(Doubtful doubtful) {
    this.doubtful = doubtful;
    this.engine = new Engine(doubtful.schema());
  }

  static List<Problem> problems(Doubtful doubtful) {
    return new ConstantCalls(doubtful).problems();
  }

  private List<Problem> problems() {
    return doubtful
        .query()
        .all(Expression.class)
        .flatMap(expression -> problem(expression).stream())
        .toList();
  }

  private Optional<Problem> problem(Expression expression) {
    if (expression instanceof Call call && isPureCall(call)) {
      List<Expression> arguments = call.arguments();
      return problem(
          call,
          arguments,
          Sampled.call(call.function().name(), constants(arguments)),
          isOfDates(call));
    }
    if (expression instanceof Like like && like.operator().equals("LIKE")) {
      return like.escape().flatMap(escape -> {
        Sampled sampled = new Sampled("'' LIKE '' ESCAPE ", "", constants(List.of(escape)));
        return problem(like, List.of(escape), sampled, false);
      });
    }
    return Optional.empty();
  }

  private boolean isPureCall(Call call) {
    return call.over().isEmpty()
        && call.filter().isEmpty()
        && doubtful
            .function(call)
            .filter(function -> function.kind() == FunctionFacts.Kind.SCALAR)
            .filter(FunctionFacts::isPure)
            .isPresent();
  }

  private static boolean isOfDates(Call call) {
    return DATES.contains(call.function().name().toLowerCase(Locale.ROOT));
  }

  private List<Optional<String>> constants(List<Expression> arguments) {
    return arguments.stream()
        .map(argument -> Engine.isConstant(argument)
            ? Optional.of(doubtful.textOf(argument))
            : Optional.<String>empty())
        .toList();
  }

  private Optional<Problem> problem(
      Expression whole, List<Expression> arguments, Sampled sampled, boolean isOfDates) {
    if (sampled.arguments().stream().allMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    Predicate<Engine.Answer> fails = answer -> answer.failure().isPresent();
    Predicate<Engine.Answer> isNull = Engine.Answer::isNull;
    return sampled
        .always(engine, fails)
        .flatMap(Engine.Answer::failure)
        .map(failure -> doubtful
            .problem(
                ProblemCode.FAILING_CALL,
                culprit(whole, arguments, sampled, fails).span(),
                "`" + doubtful.words(whole) + "` always fails")
            .note("SQLite accepts the query, and fails when it runs: " + failure))
        .or(() -> isOfDates && sampled.always(engine, isNull).isPresent()
            ? Optional.of(nullDate(whole, arguments, sampled))
            : Optional.empty());
  }

  private Problem nullDate(Expression whole, List<Expression> arguments, Sampled sampled) {
    Expression culprit = culprit(whole, arguments, sampled, Engine.Answer::isNull);
    Problem problem = doubtful.problem(
        ProblemCode.ALWAYS_NULL, culprit.span(), "`" + doubtful.words(whole) + "` is always NULL");
    if (isNullLiteral(culprit)) {
      return problem;
    }
    Problem noted = culprit == whole
        ? problem
        : problem.note("SQLite does not understand `" + doubtful.words(culprit) + "`");
    return meant(culprit, arguments, sampled)
        .map(text -> noted.help("did you mean `" + text + "`?"))
        .orElse(noted);
  }

  private static boolean isNullLiteral(Expression expression) {
    return expression instanceof Literal literal && literal.kind() == Literal.Kind.NULL;
  }

  /** Returns the first constant without which the call could do; the call when that needs more than one. */
  private Expression culprit(
      Expression whole,
      List<Expression> arguments,
      Sampled sampled,
      Predicate<Engine.Answer> fate) {
    return IntStream.range(0, arguments.size())
        .filter(i -> sampled.arguments().get(i).isPresent())
        .filter(i -> sampled.with(i, Optional.empty()).always(engine, fate).isEmpty())
        .mapToObj(arguments::get)
        .findFirst()
        .orElse(whole);
  }

  /** Returns a modifier as it may have been meant, which SQLite understands. */
  private Optional<String> meant(Expression culprit, List<Expression> arguments, Sampled sampled) {
    int at = arguments.indexOf(culprit);
    return at < 0
        ? Optional.empty()
        : respelt(doubtful.textOf(culprit))
            .filter(text -> sampled
                .with(at, Optional.of(text))
                .always(engine, Engine.Answer::isNull)
                .isEmpty())
            .findFirst();
  }

  /** Returns a text with one of its words replaced by one that is nearly the same. */
  private static Stream<String> respelt(String text) {
    List<String> all = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      for (String near : Suggestions.near(word.group(), WORDS)) {
        all.add(Stream.of(text.substring(0, word.start()), near, text.substring(word.end()))
            .collect(joining()));
      }
    }
    return all.stream();
  }
}
