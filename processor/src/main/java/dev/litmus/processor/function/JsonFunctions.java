package dev.litmus.processor.function;

import static dev.litmus.processor.function.FunctionFacts.UNLIMITED;
import static dev.litmus.processor.function.FunctionFacts.scalar;
import static dev.litmus.processor.value.SqlType.ANY;
import static dev.litmus.processor.value.SqlType.INTEGER;
import static dev.litmus.processor.value.SqlType.TEXT;

import dev.litmus.processor.value.Classes;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * JSON, and JSONB for functions that return that. What is not JSON is an error, so that NULL comes from an argument or from
 * a path.
 *
 * @see <a href="https://sqlite.org/json1.html">JSON functions and operators</a>
 */
final class JsonFunctions {

  /** JSON knows no BLOB. */
  private static final Classes VALUE = Classes.NUMBER.or(Classes.TEXT);

  private static final String NO_PATH = "when its path leads nowhere";

  private JsonFunctions() {}

  static Stream<FunctionFacts> all() {
    return Stream.of(
            questions(), extracting(), alike("json", Classes.TEXT), alike("jsonb", Classes.BLOB))
        .flatMap(Function.identity())
        .map(FunctionFacts::pure);
  }

  private static Stream<FunctionFacts> questions() {
    return Stream.of(
        scalar("json_array_length", 1).takes(TEXT).integer().nullIfAny(),
        scalar("json_array_length", 2).takes(TEXT, TEXT).integer().nullIfAny().mayBeNull(NO_PATH),
        scalar("json_error_position", 1).takes(TEXT).integer().nullIfAny(),
        scalar("json_pretty", 1, 2).takes(TEXT, TEXT).text().nullIf(0),
        scalar("json_quote", 1).text().neverNull(),
        scalar("json_type", 1).takes(TEXT).text().nullIfAny(),
        scalar("json_type", 2).takes(TEXT, TEXT).text().nullIfAny().mayBeNull(NO_PATH),
        scalar("json_valid", 1, 2).takes(TEXT, INTEGER).integer().nullIfAny());
  }

  /** A JSON null is NULL too, except for {@code ->}. With several paths the result is an array of what they lead to. */
  private static Stream<FunctionFacts> extracting() {
    String nothing = "when its path leads nowhere, or to a JSON null";
    return Stream.of(
        scalar("->", 2).takes(TEXT).text().nullIfAny().mayBeNull(NO_PATH),
        scalar("->>", 2).takes(TEXT).gives(VALUE).nullIfAny().mayBeNull(nothing),
        scalar("json_extract", 0, 1).takes(TEXT).alwaysNull(),
        scalar("json_extract", 2).takes(TEXT, TEXT).gives(VALUE).nullIfAny().mayBeNull(nothing),
        scalar("json_extract", 3, UNLIMITED).takesRepeatedly(TEXT).text().nullIfAny(),
        scalar("jsonb_extract", 0, 1).takes(TEXT).alwaysNull(),
        scalar("jsonb_extract", 2).takes(TEXT, TEXT).nullIfAny().mayBeNull(nothing),
        scalar("jsonb_extract", 3, UNLIMITED).takesRepeatedly(TEXT).blob().nullIfAny());
  }

  /** Each of them is there for text and for JSONB, and does not differ in anything else. */
  private static Stream<FunctionFacts> alike(String json, Classes form) {
    return Stream.of(
        scalar(json, 1).takes(TEXT).gives(form).nullIfAny(),
        scalar(json + "_array", 0, UNLIMITED).gives(form).neverNull(),
        scalar(json + "_object", 0, UNLIMITED)
            .takesRepeatedly(TEXT, ANY)
            .gives(form)
            .neverNull(),
        scalar(json + "_patch", 2).takes(TEXT, TEXT).gives(form).nullIfAny(),
        scalar(json + "_remove", 0).alwaysNull(),
        scalar(json + "_remove", 1).takes(TEXT).gives(form).nullIfAny(),
        scalar(json + "_remove", 2, UNLIMITED)
            .takesRepeatedly(TEXT)
            .gives(form)
            .nullIfAny()
            .mayBeNull("when its path is that of the whole"),
        scalar(json + "_array_insert", 0).alwaysNull(),
        changing(json + "_array_insert", form),
        scalar(json + "_insert", 0).alwaysNull(),
        changing(json + "_insert", form),
        scalar(json + "_replace", 0).alwaysNull(),
        changing(json + "_replace", form),
        scalar(json + "_set", 0).alwaysNull(),
        changing(json + "_set", form));
  }

  /** A path that is NULL changes nothing, and a new value that is NULL becomes a JSON null. */
  private static FunctionFacts changing(String name, Classes form) {
    return scalar(name, 1, UNLIMITED)
        .takes(TEXT)
        .takesRepeatedly(TEXT, ANY)
        .gives(form)
        .nullIf(0);
  }
}
