package dev.litmus.processor.declaration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The Java types that one column holds without further ado. */
public enum ScalarType implements ValueType {
  BOOLEAN("boolean", Storage.INTEGER),
  BYTE("byte", Storage.INTEGER),
  SHORT("short", Storage.INTEGER),
  INT("int", Storage.INTEGER),
  LONG("long", Storage.INTEGER),
  FLOAT("float", Storage.REAL),
  DOUBLE("double", Storage.REAL),
  BOXED_BOOLEAN("java.lang.Boolean", Storage.INTEGER),
  BOXED_BYTE("java.lang.Byte", Storage.INTEGER),
  BOXED_SHORT("java.lang.Short", Storage.INTEGER),
  BOXED_INT("java.lang.Integer", Storage.INTEGER),
  BOXED_LONG("java.lang.Long", Storage.INTEGER),
  BOXED_FLOAT("java.lang.Float", Storage.REAL),
  BOXED_DOUBLE("java.lang.Double", Storage.REAL),
  OPTIONAL_INT("java.util.OptionalInt", Storage.INTEGER),
  OPTIONAL_LONG("java.util.OptionalLong", Storage.INTEGER),
  OPTIONAL_DOUBLE("java.util.OptionalDouble", Storage.REAL),
  BIG_INTEGER("java.math.BigInteger", Storage.INTEGER),
  DURATION("java.time.Duration", Storage.INTEGER),
  STRING("java.lang.String", Storage.TEXT),
  BIG_DECIMAL("java.math.BigDecimal", Storage.TEXT),
  UUID("java.util.UUID", Storage.TEXT),
  INSTANT("java.time.Instant", Storage.TEXT),
  LOCAL_DATE("java.time.LocalDate", Storage.TEXT),
  LOCAL_DATE_TIME("java.time.LocalDateTime", Storage.TEXT),
  LOCAL_TIME("java.time.LocalTime", Storage.TEXT),
  URI("java.net.URI", Storage.TEXT),
  PATH("java.nio.file.Path", Storage.TEXT),
  BYTES("byte[]", Storage.BLOB),
  /** Only passed, never read. */
  SEARCH_QUERY("dev.litmus.runtime.search.SearchQuery", Storage.TEXT),
  /** Only read, never passed. */
  HIGHLIGHTED_TEXT("dev.litmus.runtime.search.HighlightedText", Storage.TEXT);

  private final String qualifiedName;
  private final Storage storage;

  ScalarType(String qualifiedName, Storage storage) {
    this.qualifiedName = qualifiedName;
    this.storage = storage;
  }

  public static Optional<ScalarType> of(JavaType type) {
    return Arrays.stream(values())
        .filter(scalar -> scalar.qualifiedName.equals(type.qualifiedName()))
        .findFirst();
  }

  /** Returns those that are more than a number, as users write them, for messages. */
  public static List<String> names() {
    return Arrays.stream(values())
        .filter(scalar -> scalar.compareTo(OPTIONAL_DOUBLE) > 0 && scalar.compareTo(BYTES) <= 0)
        .map(ScalarType::text)
        .toList();
  }

  @Override
  public boolean isOptional() {
    return compareTo(OPTIONAL_INT) >= 0 && compareTo(OPTIONAL_DOUBLE) <= 0;
  }

  public String qualifiedName() {
    return qualifiedName;
  }

  @Override
  public boolean isPrimitive() {
    return compareTo(DOUBLE) <= 0;
  }

  @Override
  public Storage storage() {
    return storage;
  }

  @Override
  public String text() {
    return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
  }
}
