package dev.litmus.processor.declaration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the types mean that the signatures of a repository reach.
 *
 * @param records every record; a generic one once for each of its arguments
 * @param classes every other class that a row could become, with its constructors
 * @param enums every enum that is stored by name
 * @param conversions how types are stored that have a converter, or a code
 */
public record KnownTypes(
    Map<JavaType, RecordDeclaration> records,
    Map<JavaType, ClassDeclaration> classes,
    Set<JavaType> enums,
    Map<JavaType, Conversion> conversions) {

  private static final String OPTIONAL = "java.util.Optional";
  private static final Set<String> COLLECTIONS =
      Set.of("java.util.Collection", "java.util.List", "java.util.Set");

  public KnownTypes {
    records = Map.copyOf(records);
    classes = Map.copyOf(classes);
    enums = Set.copyOf(enums);
    conversions = Map.copyOf(conversions);
  }

  /** Returns the record behind a type; empty for every other type. */
  public Optional<RecordDeclaration> recordOf(JavaType type) {
    return Optional.ofNullable(records.get(type));
  }

  /** Returns the class behind a type; empty for every other type, and for records. */
  public Optional<ClassDeclaration> classOf(JavaType type) {
    return Optional.ofNullable(classes.get(type));
  }

  /**
   * Returns what a column of a result becomes for a type; empty when one column cannot.
   *
   * @param own the conversion that is declared for the place, which comes before all others
   */
  public Optional<ValueType> columnOf(JavaType type, Optional<Conversion> own) {
    return valueOf(type, own).filter(value -> !holds(value, ScalarType.SEARCH_QUERY));
  }

  private static boolean holds(ValueType type, ScalarType scalar) {
    return type instanceof ValueType.Perhaps perhaps
        ? holds(perhaps.value(), scalar)
        : type == scalar;
  }

  private Optional<ValueType> valueOf(JavaType type, Optional<Conversion> own) {
    Optional<JavaType> optional = argument(type, Set.of(OPTIONAL));
    if (optional.isPresent()) {
      return valueOf(optional.get(), own).map(ValueType.Perhaps::new);
    }
    if (own.isPresent()) {
      return own.filter(conversion -> conversion.type().equals(type)).map(ValueType.Converted::new);
    }
    Conversion conversion = conversions.get(type);
    if (conversion != null) {
      return Optional.of(new ValueType.Converted(conversion));
    }
    if (enums.contains(type)) {
      return Optional.of(new ValueType.Constant((JavaType.Declared) type));
    }
    return ScalarType.of(type).map(scalar -> scalar);
  }

  /** Returns what can stand for a parameter of a query; empty for other types. */
  public Optional<ParameterType> parameterOf(JavaType type, Optional<Conversion> own) {
    return valueOf(type, own)
        .filter(value -> !holds(value, ScalarType.HIGHLIGHTED_TEXT))
        .<ParameterType>map(ParameterType.Value::new)
        .or(() -> argument(type, COLLECTIONS)
            .map(JavaType::upperBound)
            .flatMap(element -> valueOf(element, own))
            .filter(KnownTypes::canBeElement)
            .map(element -> new ParameterType.Values((JavaType.Declared) type, element)));
  }

  /** What may be missing equals nothing. */
  private static boolean canBeElement(ValueType type) {
    return !type.isOptional()
        && !(type instanceof ScalarType scalar && scalar.compareTo(ScalarType.BYTES) > 0);
  }

  /** Returns the only argument of a type that is one of some generic ones. */
  static Optional<JavaType> argument(JavaType type, Set<String> generic) {
    return type instanceof JavaType.Declared declared
            && generic.contains(declared.qualifiedName())
            && declared.arguments().size() == 1
        ? Optional.of(declared.arguments().get(0))
        : Optional.empty();
  }
}
