package dev.litmus.processor.rule;

import dev.litmus.processor.declaration.ComponentDeclaration;
import dev.litmus.processor.declaration.JavaType;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.ScalarType;
import dev.litmus.processor.declaration.ValueType;
import dev.litmus.processor.model.Result;
import dev.litmus.processor.model.Row;
import java.util.Optional;

/**
 * A place in Java that has no room for null, as messages tell of it.
 *
 * @param fact that it has none: {@code `LineView.percent` is `int`}
 * @param cure what gives it room
 * @param otherwise the literal of SQL that a query could yield in place of NULL; empty for types without an obvious one
 * @param isNamed whether the column is found by its name there
 */
record NullPlace(String fact, String cure, Optional<String> otherwise, boolean isNamed) {

  static NullPlace ofComponent(
      JavaType.Declared owner, ComponentDeclaration component, ValueType type) {
    String path = "`" + owner.simpleName() + "." + component.name() + "`";
    return type.isPrimitive()
        ? new NullPlace(
            path + " is `" + type.text() + "`",
            "declare `" + boxed(type) + " " + component.name() + "`",
            literal(type),
            true)
        : new NullPlace(
            path + " is declared not null",
            "declare `" + nullable(type) + " " + component.name() + "`",
            literal(type),
            true);
  }

  static NullPlace ofValue(MethodDeclaration method, Result result, Row.ValueRow value) {
    String name = "`" + method.name() + "`";
    ValueType type = value.type();
    if (result instanceof Result.Keyed keyed && keyed.key().equals(value)) {
      return new NullPlace(
          "it is the key of what " + name + " returns, and a row without one is an error",
          "leave such rows out in WHERE",
          literal(type),
          true);
    }
    String cure = "declare `" + nullable(type) + "`";
    if (result instanceof Result.Handed handed) {
      return unnamed("`" + handed.parameter() + "` takes what is declared not null", cure, type);
    }
    if (result instanceof Result.Collected collected) {
      return unnamed("`" + collected.parameter() + "` takes what is declared not null", cure, type);
    }
    if (result.isMany()) {
      return unnamed("an element of what " + name + " returns is declared not null", cure, type);
    }
    return type.isPrimitive()
        ? unnamed(name + " returns `" + type.text() + "`", "return `" + optional(type) + "`", type)
        : unnamed(
            "what " + name + " returns is declared not null",
            "return `Optional<" + type.text() + ">`",
            type);
  }

  private static NullPlace unnamed(String fact, String cure, ValueType type) {
    return new NullPlace(fact, cure, literal(type), false);
  }

  /** In front of an array, the annotation would be one of its elements. */
  private static String nullable(ValueType type) {
    return type == ScalarType.BYTES ? "byte @Nullable []" : "@Nullable " + type.text();
  }

  private static String boxed(ValueType primitive) {
    return switch (primitive.text()) {
      case "int" -> "Integer";
      default -> capital(primitive.text());
    };
  }

  private static String optional(ValueType primitive) {
    return switch (primitive.text()) {
      case "int", "long", "double" -> "Optional" + capital(primitive.text());
      default -> "Optional<" + capital(primitive.text()) + ">";
    };
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static Optional<String> literal(ValueType type) {
    if (!(type instanceof ScalarType scalar)) {
      return Optional.empty();
    }
    if (scalar == ScalarType.STRING) {
      return Optional.of("''");
    }
    if (scalar.compareTo(ScalarType.BOXED_DOUBLE) > 0) {
      return Optional.empty();
    }
    return switch (scalar.storage()) {
      case INTEGER -> Optional.of("0");
      case REAL -> Optional.of("0.0");
      case TEXT, BLOB -> Optional.empty();
    };
  }
}
