package dev.litmus.processor.declaration;

/** A Java type that one column holds. */
public sealed interface ValueType
    permits ScalarType, ValueType.Constant, ValueType.Converted, ValueType.Perhaps {

  /** Returns what it becomes in SQLite. */
  Storage storage();

  /** Returns the type as a developer would write it. */
  String text();

  /** Tells whether it says itself that nothing is there, instead of being null. */
  default boolean isOptional() {
    return this instanceof Perhaps;
  }

  /** Tells whether it has no room for NULL, wherever it stands. */
  default boolean isPrimitive() {
    return false;
  }

  /** A constant of an enum, stored by its name. */
  record Constant(JavaType.Declared type) implements ValueType {

    @Override
    public Storage storage() {
      return Storage.TEXT;
    }

    @Override
    public String text() {
      return type.text();
    }
  }

  /** A type that is stored as another one. */
  record Converted(Conversion conversion) implements ValueType {

    @Override
    public Storage storage() {
      return conversion.stored().storage();
    }

    @Override
    public String text() {
      return conversion.type().text();
    }
  }

  /** An {@code Optional}, empty for NULL. */
  record Perhaps(ValueType value) implements ValueType {

    @Override
    public Storage storage() {
      return value.storage();
    }

    @Override
    public String text() {
      return "Optional<" + value.text() + ">";
    }
  }
}
