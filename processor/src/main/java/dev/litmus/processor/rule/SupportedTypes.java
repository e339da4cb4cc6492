package dev.litmus.processor.rule;

import dev.litmus.processor.declaration.ScalarType;
import dev.litmus.processor.problem.Problem;

/** Which types can stand for a column, as messages list them. */
final class SupportedTypes {

  private SupportedTypes() {}

  /** Adds the list to a problem; {@code verb} is what is done with them. */
  static Problem list(Problem problem, String verb) {
    return problem
        .evidence("types that can be " + verb + ": " + String.join(", ", ScalarType.names()))
        .evidence("also their boxed and `Optional` forms, enums, and types with a `@Converter`");
  }
}
