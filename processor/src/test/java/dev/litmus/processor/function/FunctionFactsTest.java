package dev.litmus.processor.function;

import static dev.litmus.processor.function.FunctionFacts.UNLIMITED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionFactsTest {

  private static final Value TEXT = Value.of(Classes.TEXT);
  private static final Value REAL = Value.of(Classes.REAL);

  private static FunctionFacts find(String name, int arguments) {
    return FunctionTable.builtin().find(name, arguments).orElseThrow();
  }

  private static Optional<String> reason(String name, Value... arguments) {
    return find(name, arguments.length)
        .result(List.of(arguments))
        .nullReason()
        .map(NullReason::words);
  }

  @Test
  void reasonsSayWhen() {
    assertThat(reason("sqrt", REAL))
        .contains("`sqrt` is NULL when its argument is not in its domain");
    assertThat(reason("sin", TEXT)).contains("`sin` is NULL when its argument is no number");
    assertThat(reason("DATE", TEXT)).contains("`date` is NULL when its argument is no date");
    assertThat(reason("->", TEXT, TEXT)).contains("`->` is NULL when its path leads nowhere");
    assertThat(reason("nullif", TEXT, TEXT))
        .contains("`nullif` is NULL when its arguments are equal");
    assertThat(reason("iif", REAL, TEXT)).contains("`iif` is NULL when no condition holds");
    assertThat(reason("strftime")).contains("`strftime` is NULL always");
  }

  @Test
  void theReasonOfAnArgumentComesFirst() {
    Value left = TEXT.orNull(NullReason.of("`d` comes from a LEFT JOIN"));
    Value other = TEXT.orNull(NullReason.of("`e` is not declared NOT NULL"));

    assertThat(reason("date", TEXT, left)).contains("`d` comes from a LEFT JOIN");
    assertThat(reason("sum", left)).contains("`d` comes from a LEFT JOIN");
    assertThat(reason("iif", REAL, left)).contains("`d` comes from a LEFT JOIN");
    assertThat(reason("coalesce", left, other)).contains("`e` is not declared NOT NULL");
    assertThat(reason("coalesce", left, TEXT)).isEmpty();
  }

  @Test
  void theWrongNumberOfArgumentsIsAMistakeOfTheCaller() {
    FunctionFacts upper = find("upper", 1);
    assertThatThrownBy(() -> upper.result(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("upper/1 does not take 0");
  }

  /** The result for wider arguments is as wide, or it could not be a value that is expected and possible. */
  @Test
  void expectedIsWithinPossible() {
    Value unsure = new Value(Classes.NUMBER, Classes.ANY, Optional.empty());
    for (FunctionFacts function : FunctionTable.builtin().all()) {
      IntStream.rangeClosed(0, 5).filter(function::accepts).forEach(arguments -> {
        Value result =
            function.result(IntStream.range(0, arguments).mapToObj(i -> unsure).toList());
        assertThat(result.expected().isWithin(result.possible())).isTrue();
      });
    }
  }

  /** Types by argument, {@code -} where anything goes, {@code +} where a type is shared. */
  @ParameterizedTest
  @CsvSource({
    "substr, 3, TEXT INTEGER INTEGER",
    "SUBSTR, 2, TEXT INTEGER INTEGER",
    "abs, 1, NUMERIC -",
    "round, 2, NUMERIC INTEGER",
    "typeof, 1, -",
    "char, 3, INTEGER INTEGER INTEGER",
    "concat_ws, 3, TEXT - -",
    "coalesce, 3, + + +",
    "ifnull, 2, + + -",
    "nullif, 2, + +",
    "max, 2, + +",
    "max, 1, - -",
    "iif, 2, INTEGER +",
    "iif, 3, INTEGER + + -",
    "iif, 5, INTEGER + - + -",
    "date, 3, TEXT TEXT TEXT",
    "strftime, 2, TEXT TEXT",
    "->>, 2, TEXT -",
    "json_extract, 3, TEXT TEXT TEXT",
    "json_set, 5, TEXT TEXT - TEXT -",
    "json_object, 4, TEXT - TEXT -",
    "sum, 1, NUMERIC",
    "group_concat, 2, - TEXT",
    "percentile, 2, NUMERIC NUMERIC",
    "ntile, 1, INTEGER",
    "lag, 2, - INTEGER",
    "lag, 3, + INTEGER +",
    "highlight, 4, - INTEGER TEXT TEXT",
    "snippet, 6, - - TEXT TEXT - INTEGER",
    "bm25, 3, - REAL REAL",
  })
  void argumentsAreMeantToBe(String name, int arguments, String expected) {
    FunctionFacts function = find(name, arguments);
    List<String> words = Arrays.asList(expected.split(" "));
    assertThat(
            IntStream.range(0, words.size()).mapToObj(i -> meant(function, i)).toList())
        .isEqualTo(words);
  }

  private static String meant(FunctionFacts function, int argument) {
    String type = function.argument(argument).map(SqlType::name).orElse("-");
    return function.sharesType(argument) ? type.replace("-", "+") : type;
  }

  @ParameterizedTest
  @CsvSource({
    "upper, 1, 10",
    "substr, 3, 1110",
    "coalesce, 3, 000",
    "ifnull, 2, 00",
    "nullif, 2, 10",
    "max, 3, 111",
    "iif, 2, 11",
    "iif, 3, 000",
    "replace, 3, 110",
    "concat_ws, 2, 10",
    "typeof, 1, 0",
    "like, 2, 11",
    "->, 2, 11",
    "json_set, 3, 100",
    "json_extract, 3, 111",
    "sum, 1, 0",
    "max, 1, 0",
    "first_value, 1, 0",
  })
  void nullIsRejected(String name, int arguments, String expected) {
    FunctionFacts function = find(name, arguments);
    assertThat(IntStream.range(0, expected.length())
            .mapToObj(argument -> function.rejectsNull(argument) ? "1" : "0")
            .reduce("", String::concat))
        .isEqualTo(expected);
  }

  @Test
  void ofAFunctionOfTheApplicationNothingIsKnownButWhatIsDeclared() {
    FunctionFacts slug = FunctionFacts.scalar("Slug", 1, UNLIMITED);
    assertThat(slug.name()).isEqualTo("slug");
    assertThat(slug.isPure()).isFalse();
    assertThat(slug.rejectsNull(0)).isFalse();
    assertThat(slug.argument(0)).isEmpty();
    assertThat(slug.result(List.of(TEXT)))
        .isEqualTo(Value.unknown("nothing is known of the result of `slug`"));

    FunctionFacts declared = slug.takes(SqlType.TEXT).text().nullIfAny().pure();
    assertThat(declared.isPure()).isTrue();
    assertThat(declared.rejectsNull(0)).isTrue();
    assertThat(declared.argument(0)).contains(SqlType.TEXT);
    assertThat(declared.result(List.of(TEXT))).isEqualTo(TEXT);
    assertThat(slug.text().neverNull().result(List.of(TEXT))).isEqualTo(TEXT);
    assertThat(slug.mayBeNull("at times").result(List.of(TEXT)).nullReason())
        .contains(NullReason.of("`slug` is NULL at times"));
  }

  @Test
  void anAggregateOfTheApplicationIsNullWithoutRowsUnlessItNeverIs() {
    FunctionFacts product = FunctionFacts.aggregate("product", 1).real().nullIfAny();
    assertThat(product.nullWithoutRows()).isTrue();
    assertThat(product.neverNull().nullWithoutRows()).isFalse();
  }
}
