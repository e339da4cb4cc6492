package dev.litmus.processor.function;

import static dev.litmus.processor.function.FunctionFacts.aggregate;
import static dev.litmus.processor.function.FunctionFacts.scalar;
import static dev.litmus.processor.value.SqlType.INTEGER;
import static dev.litmus.processor.value.SqlType.NUMERIC;
import static dev.litmus.processor.value.SqlType.REAL;
import static dev.litmus.processor.value.SqlType.TEXT;

import dev.litmus.processor.value.Classes;
import java.util.stream.Stream;

/**
 * What the Java driver adds to SQLite: the functions of {@code extension-functions.c}. Those of text are not to be tried
 * out: {@code rightstr('abc', -1)} reads past the end of the text, and others take as much memory as they are told to.
 *
 * @see <a href="https://sqlite.org/contrib">Contributed files</a>
 */
final class DriverFunctions {

  private DriverFunctions() {}

  static Stream<FunctionFacts> all() {
    return Stream.concat(Stream.concat(ofNumbers(), ofText()), aggregates());
  }

  private static Stream<FunctionFacts> ofNumbers() {
    return Stream.of(
        scalar("atn2", 2).takes(REAL, REAL).real().nullIfAny().pure(),
        scalar("cot", 1)
            .takes(REAL)
            .real()
            .nullIfAny()
            .mayBeNullUnless(Classes.NUMBER, "when its argument is no number")
            .pure(),
        scalar("coth", 1).takes(REAL).real().nullIfAny().pure(),
        scalar("square", 1)
            .takes(NUMERIC)
            .gives(ClassRule.byFirst(Classes.INTEGER, Classes.REAL, Classes.REAL, Classes.REAL))
            .nullIfAny()
            .pure());
  }

  private static Stream<FunctionFacts> ofText() {
    return Stream.of(
        scalar("charindex", 2, 3).takes(TEXT, TEXT, INTEGER).integer().nullIf(0, 1),
        scalar("difference", 2).takes(TEXT, TEXT).integer().nullIfAny(),
        scalar("leftstr", 2).takes(TEXT, INTEGER).text().nullIfAny(),
        scalar("rightstr", 2).takes(TEXT, INTEGER).text().nullIfAny(),
        scalar("padc", 2).takes(TEXT, INTEGER).text().nullIf(0),
        scalar("padl", 2).takes(TEXT, INTEGER).text().nullIf(0),
        scalar("padr", 2).takes(TEXT, INTEGER).text().nullIf(0),
        scalar("proper", 1).takes(TEXT).text().nullIfAny(),
        scalar("replicate", 2).takes(TEXT, INTEGER).text().nullIf(0),
        scalar("reverse", 1).takes(TEXT).text().nullIfAny(),
        scalar("strfilter", 2).takes(TEXT, TEXT).text().nullIfAny());
  }

  private static Stream<FunctionFacts> aggregates() {
    return Stream.of(
        aggregate("mode", 1)
            .takes(NUMERIC)
            .gives(ClassRule.byFirst(Classes.INTEGER, Classes.REAL, Classes.NUMBER, Classes.REAL))
            .nullIfAny()
            .mayBeNull("when several values are equally frequent"),
        quartile("lower_quartile"),
        quartile("upper_quartile"),
        aggregate("stdev", 1).takes(NUMERIC).real().neverNull(),
        aggregate("variance", 1).takes(NUMERIC).real().neverNull());
  }

  /** It may lie between two INTEGERs. */
  private static FunctionFacts quartile(String name) {
    return aggregate(name, 1)
        .takes(NUMERIC)
        .gives(ClassRule.byFirst(Classes.NUMBER, Classes.REAL, Classes.NUMBER, Classes.REAL))
        .nullIfAny();
  }
}
