package dev.litmus.processor.function;

import static dev.litmus.processor.function.FunctionFacts.scalar;
import static dev.litmus.processor.value.SqlType.NUMERIC;
import static dev.litmus.processor.value.SqlType.REAL;

import dev.litmus.processor.value.Classes;
import java.util.stream.Stream;

/**
 * Mathematics. An argument that cannot be read as a number makes the result NULL, and so does one out of the domain.
 *
 * @see <a href="https://sqlite.org/lang_mathfunc.html">Built-in mathematical SQL functions</a>
 */
final class MathFunctions {

  private static final String DOMAIN = "when its argument is not in its domain";

  private MathFunctions() {}

  static Stream<FunctionFacts> all() {
    return Stream.of(
            everywhere("asinh"),
            everywhere("atan"),
            everywhere("cos"),
            everywhere("cosh"),
            everywhere("degrees"),
            everywhere("exp"),
            everywhere("radians"),
            everywhere("sin"),
            everywhere("sinh"),
            everywhere("tan"),
            everywhere("tanh"),
            ofNumbers(scalar("atan2", 2).takes(REAL, REAL).real()),
            scalar("pi", 0).real().neverNull(),
            inDomain("acos", 1, 1),
            inDomain("acosh", 1, 1),
            inDomain("asin", 1, 1),
            inDomain("atanh", 1, 1),
            inDomain("ln", 1, 1),
            inDomain("log", 1, 2),
            inDomain("log10", 1, 1),
            inDomain("log2", 1, 1),
            inDomain("sqrt", 1, 1),
            rounding("ceil"),
            rounding("ceiling"),
            rounding("floor"),
            rounding("trunc"),
            scalar("mod", 2)
                .takes(NUMERIC, NUMERIC)
                .real()
                .nullIfAny()
                .mayBeNull("when its second argument is zero"),
            power("pow"),
            power("power"))
        .map(FunctionFacts::pure);
  }

  /** Every number has a result. */
  private static FunctionFacts everywhere(String name) {
    return ofNumbers(scalar(name, 1).takes(REAL).real());
  }

  private static FunctionFacts ofNumbers(FunctionFacts facts) {
    return facts.nullIfAny().mayBeNullUnless(Classes.NUMBER, "when its argument is no number");
  }

  private static FunctionFacts inDomain(String name, int least, int most) {
    return scalar(name, least, most).takes(REAL, REAL).real().nullIfAny().mayBeNull(DOMAIN);
  }

  /** They leave an INTEGER alone. Text is what it reads as; a BLOB never is a number. */
  private static FunctionFacts rounding(String name) {
    return ofNumbers(scalar(name, 1)
        .takes(NUMERIC)
        .gives(ClassRule.byFirst(Classes.INTEGER, Classes.REAL, Classes.NUMBER, Classes.NONE)));
  }

  /** No power with an INTEGER exponent is a root. */
  private static FunctionFacts power(String name) {
    return ofNumbers(scalar(name, 2).takes(NUMERIC, NUMERIC).real())
        .mayBeNullUnless(Classes.INTEGER, 1, "when it is a root of a negative number");
  }
}
