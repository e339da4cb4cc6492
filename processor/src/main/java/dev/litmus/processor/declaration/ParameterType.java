package dev.litmus.processor.declaration;

import java.util.Optional;
import java.util.Set;

/** The Java types that can stand for a parameter of a query. */
public sealed interface ParameterType {

  /** One value. */
  record Value(ScalarType type) implements ParameterType {}

  /**
   * Any number of values, for the parentheses of an IN.
   *
   * @param type the collection as declared
   * @param element the type of its elements
   */
  record Values(JavaType.Declared type, ScalarType element) implements ParameterType {

    private static final Set<String> COLLECTIONS =
        Set.of("java.util.Collection", "java.util.List", "java.util.Set");

    private static Optional<Values> of(JavaType type) {
      return type instanceof JavaType.Declared declared
              && COLLECTIONS.contains(declared.qualifiedName())
              && declared.arguments().size() == 1
          ? ScalarType.of(declared.arguments().get(0)).map(element -> new Values(declared, element))
          : Optional.empty();
    }
  }

  static Optional<ParameterType> of(JavaType type) {
    return ScalarType.of(type)
        .<ParameterType>map(Value::new)
        .or(() -> Values.of(type).map(ParameterType.class::cast));
  }
}
