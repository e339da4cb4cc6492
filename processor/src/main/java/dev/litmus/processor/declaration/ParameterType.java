package dev.litmus.processor.declaration;

/** The Java types that can stand for a parameter of a query. */
public sealed interface ParameterType {

  /** One value. */
  record Value(ValueType type) implements ParameterType {}

  /**
   * Any number of values, for the parentheses of an IN.
   *
   * @param type the collection as declared
   * @param element the type of its elements
   */
  record Values(JavaType.Declared type, ValueType element) implements ParameterType {}
}
