package dev.litmus.processor.function;

import static dev.litmus.processor.function.FunctionFacts.UNLIMITED;
import static dev.litmus.processor.function.FunctionFacts.scalar;
import static dev.litmus.processor.value.SqlType.TEXT;

import dev.litmus.processor.value.Classes;
import java.util.stream.Stream;

/**
 * Dates and times. Without arguments they are of now; any argument may be none that they understand.
 *
 * @see <a href="https://sqlite.org/lang_datefunc.html">Date and time functions</a>
 */
final class DateFunctions {

  private static final String NO_DATE = "when its argument is no date";

  private DateFunctions() {}

  static Stream<FunctionFacts> all() {
    return Stream.of(
            scalar("current_date", 0).text().neverNull(),
            scalar("current_time", 0).text().neverNull(),
            scalar("current_timestamp", 0).text().neverNull(),
            scalar("date", 0).text().neverNull(),
            of("date").text(),
            scalar("time", 0).text().neverNull(),
            of("time").text(),
            scalar("datetime", 0).text().neverNull(),
            of("datetime").text(),
            scalar("julianday", 0).real().neverNull(),
            of("julianday").real(),
            scalar("unixepoch", 0).integer().neverNull(),
            unixepoch(),
            scalar("strftime", 0).alwaysNull(),
            scalar("strftime", 1, UNLIMITED)
                .takesRepeatedly(TEXT)
                .text()
                .nullIfAny()
                .mayBeNull("when its format is invalid or an argument is no date"),
            scalar("timediff", 2).takes(TEXT, TEXT).text().nullIfAny().mayBeNull(NO_DATE))
        .map(FunctionFacts::pure);
  }

  private static FunctionFacts of(String name) {
    return scalar(name, 1, UNLIMITED).takesRepeatedly(TEXT).nullIfAny().mayBeNull(NO_DATE);
  }

  /** The modifier {@code 'subsec'}, also where the date should be, turns seconds into fractions. */
  private static FunctionFacts unixepoch() {
    return of("unixepoch").gives(ClassRule.whetherText(Classes.NUMBER, Classes.INTEGER));
  }
}
