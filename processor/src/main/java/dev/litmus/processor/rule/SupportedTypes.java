package dev.litmus.processor.rule;

import dev.litmus.processor.declaration.ScalarType;
import dev.litmus.processor.problem.Problem;

/** Which types can stand for a column, as messages list them. */
final class SupportedTypes {

  private SupportedTypes() {}

  /** Adds the list to a problem; {@code verb} is what is done with them. */
  static Problem list(Problem problem, String verb) {
    return problem
        .evidence("types that can be " + verb + ": numbers, boolean, "
            + String.join(", ", ScalarType.names()))
        .evidence("also enums, types with a `@Converter`, and an `Optional` of any of them");
  }
}
