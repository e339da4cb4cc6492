package dev.litmus.processor.declaration;

import java.util.Optional;

/** The types of parameters that are handed a query's rows: {@code Consumer} and {@code Collector}. */
public final class RowReceiver {

  private static final String CONSUMER = "java.util.function.Consumer";
  private static final String COLLECTOR = "java.util.stream.Collector";

  private RowReceiver() {}

  static boolean isReceiver(JavaType type) {
    return isCollector(type) || type.qualifiedName().equals(CONSUMER);
  }

  public static boolean isCollector(JavaType type) {
    return type.qualifiedName().equals(COLLECTOR);
  }

  /** Returns what it takes; empty for a raw type. */
  public static Optional<JavaType> element(JavaType type) {
    return type instanceof JavaType.Declared declared && !declared.arguments().isEmpty()
        ? Optional.of(declared.arguments().get(0).lowerBound())
        : Optional.empty();
  }

  /** Returns what a collector makes of all rows; empty for a raw type. */
  public static Optional<JavaType> collected(JavaType type) {
    return type instanceof JavaType.Declared declared && declared.arguments().size() == 3
        ? Optional.of(declared.arguments().get(2))
        : Optional.empty();
  }
}
