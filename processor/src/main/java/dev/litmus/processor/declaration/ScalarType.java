package dev.litmus.processor.declaration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The Java types that one column holds. */
public enum ScalarType {
  INT("int"),
  LONG("long"),
  DOUBLE("double"),
  BOOLEAN("boolean"),
  BOXED_INT("java.lang.Integer"),
  BOXED_LONG("java.lang.Long"),
  BOXED_DOUBLE("java.lang.Double"),
  BOXED_BOOLEAN("java.lang.Boolean"),
  STRING("java.lang.String"),
  BYTES("byte[]"),
  INSTANT("java.time.Instant");

  private final String qualifiedName;

  ScalarType(String qualifiedName) {
    this.qualifiedName = qualifiedName;
  }

  public static Optional<ScalarType> of(JavaType type) {
    return Arrays.stream(values())
        .filter(scalar -> scalar.qualifiedName.equals(type.qualifiedName()))
        .findFirst();
  }

  /** Returns all of them as users write them, for messages. */
  public static List<String> names() {
    return Arrays.stream(values()).map(ScalarType::simpleName).toList();
  }

  private String simpleName() {
    return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
  }
}
