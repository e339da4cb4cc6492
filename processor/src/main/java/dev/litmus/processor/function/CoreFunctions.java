package dev.litmus.processor.function;

import static dev.litmus.processor.function.FunctionFacts.UNLIMITED;
import static dev.litmus.processor.function.FunctionFacts.scalar;
import static dev.litmus.processor.value.SqlType.ANY;
import static dev.litmus.processor.value.SqlType.INTEGER;
import static dev.litmus.processor.value.SqlType.NUMERIC;
import static dev.litmus.processor.value.SqlType.REAL;
import static dev.litmus.processor.value.SqlType.TEXT;

import dev.litmus.processor.value.Classes;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The scalar functions that are always there.
 *
 * @see <a href="https://sqlite.org/lang_corefunc.html">Built-in scalar SQL functions</a>
 */
final class CoreFunctions {

  private static final String EMPTY_BLOB = "when its argument is an empty BLOB";

  private CoreFunctions() {}

  static Stream<FunctionFacts> all() {
    return Stream.of(
            ofText(),
            ofAnything(),
            Stream.of(choosing(), conditional("if"), conditional("iif"))
                .flatMap(Function.identity())
                .map(FunctionFacts::pure),
            ofTheConnection())
        .flatMap(Function.identity());
  }

  private static Stream<FunctionFacts> ofText() {
    return Stream.of(
        scalar("char", 0, UNLIMITED).takesRepeatedly(INTEGER).text().neverNull().pure(),
        scalar("concat", 1, UNLIMITED).text().neverNull().pure(),
        scalar("concat_ws", 2, UNLIMITED).takes(TEXT).text().nullIf(0).pure(),
        scalar("format", 0).alwaysNull(),
        scalar("format", 1, UNLIMITED).takes(TEXT).text().nullIf(0),
        scalar("printf", 0).alwaysNull(),
        scalar("printf", 1, UNLIMITED).takes(TEXT).text().nullIf(0),
        scalar("glob", 2).takes(TEXT, TEXT).integer().nullIfAny().pure(),
        like(),
        scalar("instr", 2).takes(TEXT, TEXT).integer().nullIfAny().pure(),
        scalar("length", 1).takes(TEXT).integer().nullIfAny().pure(),
        scalar("lower", 1).takes(TEXT).text().nullIfAny().pure(),
        scalar("upper", 1).takes(TEXT).text().nullIfAny().pure(),
        scalar("trim", 1, 2).takes(TEXT, TEXT).text().nullIfAny().pure(),
        scalar("ltrim", 1, 2).takes(TEXT, TEXT).text().nullIfAny().pure(),
        scalar("rtrim", 1, 2).takes(TEXT, TEXT).text().nullIfAny().pure(),
        replace(),
        substring("substr"),
        substring("substring"),
        scalar("unicode", 1)
            .takes(TEXT)
            .integer()
            .nullIfAny()
            .mayBeNullUnless(Classes.NUMBER, "when its argument is empty")
            .pure(),
        scalar("unistr", 1).takes(TEXT).text().nullIfAny().pure(),
        scalar("unhex", 1, 2)
            .takes(TEXT, TEXT)
            .blob()
            .nullIfAny()
            .mayBeNull("when its argument is not hexadecimal")
            .pure());
  }

  /** A connection can be told to take notice of case. */
  private static FunctionFacts like() {
    return scalar("like", 2, 3).takes(TEXT, TEXT, TEXT).integer().nullIfAny();
  }

  /** If the pattern is empty, the replacement is not looked at. Results can be far longer than the arguments. */
  private static FunctionFacts replace() {
    return scalar("replace", 3)
        .takes(TEXT, TEXT, TEXT)
        .text()
        .nullIf(0, 1)
        .mayBeNullIf(Chosen.only(2));
  }

  private static FunctionFacts substring(String name) {
    return scalar(name, 2, 3)
        .takes(TEXT, INTEGER, INTEGER)
        .gives(ClassRule.byFirst(Classes.TEXT, Classes.TEXT, Classes.TEXT, Classes.BLOB))
        .nullIfAny()
        .mayBeNullUnless(Classes.NUMBER.or(Classes.TEXT), 0, EMPTY_BLOB)
        .pure();
  }

  private static Stream<FunctionFacts> ofAnything() {
    return Stream.of(
        scalar("abs", 1)
            .takes(NUMERIC)
            .gives(ClassRule.byFirst(Classes.INTEGER, Classes.REAL, Classes.REAL, Classes.REAL))
            .nullIfAny()
            .pure(),
        scalar("round", 1, 2).takes(NUMERIC, INTEGER).real().nullIfAny().pure(),
        scalar("sign", 1)
            .takes(NUMERIC)
            .integer()
            .nullIfAny()
            .mayBeNullUnless(Classes.NUMBER, "when its argument is no number")
            .pure(),
        scalar("hex", 1).text().neverNull().pure(),
        scalar("octet_length", 1).integer().nullIfAny().pure(),
        scalar("quote", 1).text().neverNull().pure(),
        scalar("unistr_quote", 1).text().neverNull().pure(),
        scalar("subtype", 1).integer().neverNull().pure(),
        scalar("typeof", 1).text().neverNull().pure(),
        scalar("zeroblob", 1).takes(INTEGER).blob().neverNull());
  }

  private static Stream<FunctionFacts> choosing() {
    return Stream.of(
        scalar("coalesce", 2, UNLIMITED)
            .sharesTypes(Chosen.ALL)
            .gives(ClassRule.firstNotNull())
            .nullIfAll(),
        scalar("ifnull", 2)
            .sharesTypes(Chosen.ALL)
            .gives(ClassRule.firstNotNull())
            .nullIfAll(),
        scalar("nullif", 2)
            .sharesTypes(Chosen.ALL)
            .gives(ClassRule.sameAs(0))
            .nullIf(0)
            .mayBeNull("when its arguments are equal"),
        scalar("max", 2, UNLIMITED)
            .sharesTypes(Chosen.ALL)
            .gives(ClassRule.greatest())
            .nullIfAny(),
        scalar("min", 2, UNLIMITED)
            .sharesTypes(Chosen.ALL)
            .gives(ClassRule.least())
            .nullIfAny(),
        scalar("likely", 1).gives(ClassRule.sameAs(0)).nullIfAny(),
        scalar("unlikely", 1).gives(ClassRule.sameAs(0)).nullIfAny(),
        scalar("likelihood", 2).takes(ANY, REAL).gives(ClassRule.sameAs(0)).nullIf(0));
  }

  /** With two arguments it is NULL if either is: NULL is no condition that holds. */
  private static Stream<FunctionFacts> conditional(String name) {
    return Stream.of(
        outcomes(scalar(name, 2).nullIfAny()),
        outcomes(scalar(name, 3)),
        outcomes(scalar(name, 4, UNLIMITED)));
  }

  private static FunctionFacts outcomes(FunctionFacts conditional) {
    return conditional
        .takes(INTEGER)
        .sharesTypes(CoreFunctions::isOutcome)
        .gives(ClassRule.oneOf(CoreFunctions::isOutcome))
        .mayBeNullIf(CoreFunctions::isOutcome)
        .mayBeNullWithEvenArguments("when no condition holds");
  }

  /** Every second argument, and a last one that has no partner. */
  private static boolean isOutcome(int argument, int count) {
    return argument % 2 == 1 || argument == count - 1;
  }

  private static Stream<FunctionFacts> ofTheConnection() {
    return Stream.of(
        scalar("changes", 0).integer().neverNull(),
        scalar("total_changes", 0).integer().neverNull(),
        scalar("last_insert_rowid", 0).integer().neverNull(),
        scalar("load_extension", 1, 2).takes(TEXT, TEXT).alwaysNull(),
        scalar("random", 0).integer().neverNull(),
        scalar("randomblob", 1).takes(INTEGER).blob().neverNull(),
        scalar("sqlite_compileoption_get", 1)
            .takes(INTEGER)
            .text()
            .mayBeNull("when there is no such option"),
        scalar("sqlite_compileoption_used", 1).takes(TEXT).integer().nullIfAny(),
        scalar("sqlite_log", 2).takes(INTEGER, TEXT).alwaysNull(),
        scalar("sqlite_source_id", 0).text().neverNull(),
        scalar("sqlite_version", 0).text().neverNull());
  }
}
