package dev.litmus.processor.function;

import static dev.litmus.processor.function.FunctionFacts.aggregate;
import static dev.litmus.processor.value.SqlType.ANY;
import static dev.litmus.processor.value.SqlType.NUMERIC;
import static dev.litmus.processor.value.SqlType.TEXT;

import dev.litmus.processor.value.Classes;
import java.util.stream.Stream;

/**
 * Aggregates: they skip rows in which their argument is NULL, and most are NULL when none remains.
 *
 * @see <a href="https://sqlite.org/lang_aggfunc.html">Built-in aggregate functions</a>
 * @see <a href="https://sqlite.org/percentile.html">Percentiles</a>
 * @see <a href="https://sqlite.org/json1.html#jgrouparray">JSON aggregates</a>
 */
final class AggregateFunctions {

  private AggregateFunctions() {}

  static Stream<FunctionFacts> all() {
    return Stream.of(
        aggregate("avg", 1).takes(NUMERIC).real().nullIfAny(),
        aggregate("count", 0, 1).integer().neverNull(),
        aggregate("group_concat", 1, 2).takes(ANY, TEXT).text().nullIf(0),
        aggregate("string_agg", 2).takes(ANY, TEXT).text().nullIf(0),
        aggregate("max", 1).gives(ClassRule.sameAs(0)).nullIfAny(),
        aggregate("min", 1).gives(ClassRule.sameAs(0)).nullIfAny(),
        sum(),
        aggregate("total", 1).takes(NUMERIC).real().neverNull(),
        aggregate("median", 1).takes(NUMERIC).real().nullIfAny(),
        aggregate("percentile", 2).takes(NUMERIC, NUMERIC).real().nullIf(0),
        aggregate("percentile_cont", 2).takes(NUMERIC, NUMERIC).real().nullIf(0),
        aggregate("percentile_disc", 2).takes(NUMERIC, NUMERIC).real().nullIf(0),
        aggregate("json_group_array", 1).text().neverNull(),
        aggregate("jsonb_group_array", 1).blob().neverNull(),
        aggregate("json_group_object", 2).takes(TEXT).text().neverNull(),
        aggregate("jsonb_group_object", 2).takes(TEXT).blob().neverNull());
  }

  /** Of INTEGER alone it is INTEGER, and so it is of text that reads as such. */
  private static FunctionFacts sum() {
    return aggregate("sum", 1)
        .takes(NUMERIC)
        .gives(ClassRule.byFirst(Classes.INTEGER, Classes.REAL, Classes.NUMBER, Classes.REAL))
        .nullIfAny();
  }
}
