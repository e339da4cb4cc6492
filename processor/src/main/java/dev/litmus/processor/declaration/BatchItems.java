package dev.litmus.processor.declaration;

import java.util.Optional;
import java.util.Set;

/** The types that hold the items of a batch. */
public final class BatchItems {

  private static final Set<String> ITERABLES =
      Set.of("java.lang.Iterable", "java.util.Collection", "java.util.List", "java.util.Set");

  private BatchItems() {}

  /** Returns the type of one item; empty for types that hold none. */
  public static Optional<JavaType> of(JavaType type) {
    return KnownTypes.argument(type, ITERABLES).map(JavaType::upperBound);
  }
}
