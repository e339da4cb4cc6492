package dev.litmus.processor.function;

import static dev.litmus.processor.function.FunctionFacts.window;
import static dev.litmus.processor.value.SqlType.ANY;
import static dev.litmus.processor.value.SqlType.INTEGER;

import java.util.stream.Stream;

/**
 * Functions that need a window. Those that look at the frame are NULL when it is empty; the others take no notice of it.
 *
 * @see <a href="https://sqlite.org/windowfunctions.html#built_in_window_functions">Built-in window functions</a>
 */
final class WindowFunctions {

  private WindowFunctions() {}

  static Stream<FunctionFacts> all() {
    return Stream.of(
        window("row_number", 0).integer().neverNull(),
        window("rank", 0).integer().neverNull(),
        window("dense_rank", 0).integer().neverNull(),
        window("percent_rank", 0).real().neverNull(),
        window("cume_dist", 0).real().neverNull(),
        window("ntile", 1).takes(INTEGER).integer().neverNull(),
        window("first_value", 1).gives(ClassRule.sameAs(0)).nullIfAny().nullOverNoRows(),
        window("last_value", 1).gives(ClassRule.sameAs(0)).nullIfAny().nullOverNoRows(),
        window("nth_value", 2)
            .takes(ANY, INTEGER)
            .gives(ClassRule.sameAs(0))
            .nullIf(0)
            .mayBeNull("when the frame has fewer rows")
            .nullOverNoRows(),
        offset("lag", "before the first row"),
        defaulted("lag"),
        offset("lead", "after the last row"),
        defaulted("lead"));
  }

  private static FunctionFacts offset(String name, String outside) {
    return window(name, 1, 2)
        .takes(ANY, INTEGER)
        .gives(ClassRule.sameAs(0))
        .nullIf(0)
        .mayBeNull("where it looks " + outside);
  }

  private static FunctionFacts defaulted(String name) {
    return window(name, 3)
        .takes(ANY, INTEGER)
        .sharesTypes(Chosen.only(0, 2))
        .gives(ClassRule.oneOf(Chosen.only(0, 2)))
        .mayBeNullIf(Chosen.only(0, 2));
  }
}
