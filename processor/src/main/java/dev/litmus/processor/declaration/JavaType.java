package dev.litmus.processor.declaration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A Java type as declared, free of the compiler's own objects. */
public sealed interface JavaType {

  /** Returns the type as a developer would write it, without packages: {@code List<Message>}. */
  String text();

  /** Returns the qualified name without type arguments; the text for types that have none. */
  default String qualifiedName() {
    return text();
  }

  /** Returns what {@code ? extends X} is known to be, X; itself for every other type. */
  default JavaType upperBound() {
    return this instanceof Wildcard wildcard && wildcard.relation().equals("extends")
        ? wildcard.bound().orElse(this)
        : this;
  }

  /** Returns what {@code ? super X} can be given, X; itself for every other type. */
  default JavaType lowerBound() {
    return this instanceof Wildcard wildcard && wildcard.relation().equals("super")
        ? wildcard.bound().orElse(this)
        : this;
  }

  /** A primitive type, or {@code void}. */
  record Primitive(String text) implements JavaType {}

  /** An array. */
  record Array(JavaType component) implements JavaType {
    @Override
    public String text() {
      return component.text() + "[]";
    }
  }

  /**
   * A class, interface or record.
   *
   * @param packageName empty for the unnamed package
   * @param simpleNames the outermost class first
   * @param arguments empty when not generic or raw
   */
  record Declared(String packageName, List<String> simpleNames, List<JavaType> arguments)
      implements JavaType {

    public Declared {
      simpleNames = List.copyOf(simpleNames);
      arguments = List.copyOf(arguments);
    }

    @Override
    public String qualifiedName() {
      String name = String.join(".", simpleNames);
      return packageName.isEmpty() ? name : packageName + "." + name;
    }

    public String simpleName() {
      return simpleNames.get(simpleNames.size() - 1);
    }

    @Override
    public String text() {
      String parameters = arguments.isEmpty()
          ? ""
          : arguments.stream().map(JavaType::text).collect(Collectors.joining(", ", "<", ">"));
      return simpleName() + parameters;
    }
  }

  /** A type parameter of a method or type. */
  record Variable(String text) implements JavaType {}

  /**
   * An unknown type argument.
   *
   * @param relation {@code extends}, {@code super}, or empty for any type at all
   * @param bound what it extends or is a supertype of; empty with the relation
   */
  record Wildcard(String relation, Optional<JavaType> bound) implements JavaType {
    @Override
    public String text() {
      return bound.map(type -> "? " + relation + " " + type.text()).orElse("?");
    }
  }

  /** Whatever else the language has: intersections, types that the compiler does not know. */
  record Other(String text) implements JavaType {}
}
