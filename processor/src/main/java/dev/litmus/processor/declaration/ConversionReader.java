package dev.litmus.processor.declaration;

import dev.litmus.annotations.Convert;
import dev.litmus.annotations.EnumCode;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads how types are stored: converters, and the codes of enums. What is wrong with them is collected. */
final class ConversionReader {

  private static final String INTERFACE = "dev.litmus.runtime.ColumnConverter";

  /** What a converter can store, boxed. */
  private static final Set<ScalarType> STORED = EnumSet.of(
      ScalarType.STRING,
      ScalarType.BOXED_INT,
      ScalarType.BOXED_LONG,
      ScalarType.BOXED_DOUBLE,
      ScalarType.BOXED_BOOLEAN,
      ScalarType.BYTES);

  private final Elements elements;
  private final Types types;
  private final TypeReader reader;
  private final List<Problem> problems = new ArrayList<>();

  ConversionReader(Elements elements, Types types, TypeReader reader) {
    this.elements = elements;
    this.types = types;
    this.reader = reader;
  }

  List<Problem> problems() {
    return problems;
  }

  /** Returns the conversion that {@code @Convert} names for a place of some type. */
  Optional<Conversion> own(Element element, JavaType type) {
    ElementOrigin origin = origin(element);
    Optional<Conversion> own = AnnotationValues.type(element, Convert.class, "value")
        .flatMap(converter -> read((TypeElement) converter.asElement(), origin));
    if (own.isPresent() && !mentions(type, own.get().type())) {
      problems.add(mismatched(origin, own.get().type(), element, type));
      return Optional.empty();
    }
    return own;
  }

  /** Of a component, compilers tell no place: its record has one. */
  private static ElementOrigin origin(Element element) {
    return element.getKind() == ElementKind.RECORD_COMPONENT
        ? ElementOrigin.of(Objects.requireNonNull(element.getEnclosingElement()))
        : ElementOrigin.ofAnnotation(element, Convert.class);
  }

  private static Problem mismatched(
      ElementOrigin origin, JavaType converted, Element element, JavaType type) {
    String name = element.getKind() == ElementKind.RECORD_COMPONENT
        ? Objects.requireNonNull(element.getEnclosingElement()).getSimpleName() + "."
            + element.getSimpleName()
        : element.getSimpleName().toString();
    Problem problem = Problem.of(
        ProblemCode.MISMATCHED_CONVERTER,
        origin,
        "the converter is for `" + converted.text() + "`, but `" + name + "` is `" + type.text()
            + "`");
    return type instanceof JavaType.Primitive
        ? problem.help(
            "declare a type that is no primitive, for example `" + converted.text() + "`")
        : problem.help("name a converter for `" + type.text() + "`");
  }

  /** Whether a type is another one, or a container of it. */
  private static boolean mentions(JavaType type, JavaType other) {
    JavaType known = type.upperBound().lowerBound();
    return known.equals(other)
        || (known instanceof JavaType.Declared declared
            && declared.arguments().stream().anyMatch(argument -> mentions(argument, other)));
  }

  /** Returns what a converter converts; empty, and a problem more, when it cannot be used. */
  Optional<Conversion> read(TypeElement converter, ElementOrigin origin) {
    String name = "`" + converter.getSimpleName() + "`";
    Optional<DeclaredType> contract = contract(converter.asType());
    if (contract.isEmpty()) {
      return invalid(
          origin,
          name + " does not implement `ColumnConverter` with two types",
          "write `implements ColumnConverter<Tags, String>` with the type in Java and the type that is stored");
    }
    if (converter.getKind() != ElementKind.CLASS && converter.getKind() != ElementKind.RECORD) {
      return invalid(origin, name + " is no class or record", "make it a public class");
    }
    if (!isVisible(converter)) {
      return invalid(
          origin,
          name + " cannot be named by generated code",
          "make it public, and `static` when it is nested, as all classes around it");
    }
    if (converter.getModifiers().contains(Modifier.ABSTRACT)) {
      return invalid(
          origin,
          name + " is abstract, so that no object has its class",
          "use a class that extends it");
    }
    if (!converter.getTypeParameters().isEmpty()) {
      return invalid(
          origin,
          name + " has type parameters, and generated code none to give it",
          "use a class that extends it, and says which types they are");
    }
    JavaType type = reader.read(contract.get().getTypeArguments().get(0));
    JavaType stored = reader.read(contract.get().getTypeArguments().get(1));
    Optional<ScalarType> scalar = ScalarType.of(stored).filter(STORED::contains);
    if (scalar.isEmpty()) {
      return invalid(
          origin,
          name + " stores `" + stored.text() + "`, which SQLite has no type for",
          "store String, Integer, Long, Double, Boolean or byte[]");
    }
    return Optional.of(new Conversion.ByClass(
        (JavaType.Declared) reader.read(types.erasure(converter.asType())),
        type,
        scalar.get(),
        !isCreatable(converter),
        ElementOrigin.of(converter)));
  }

  private Optional<DeclaredType> contract(TypeMirror type) {
    if (type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(INTERFACE)) {
      return Optional.of(declared).filter(d -> d.getTypeArguments().size() == 2);
    }
    return types.directSupertypes(type).stream()
        .map(this::contract)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Whether generated code creates the converter itself; {@code DatabaseSettings} decides the same of objects. */
  private boolean isCreatable(TypeElement converter) {
    return ElementFilter.constructorsIn(converter.getEnclosedElements()).stream()
        .anyMatch(constructor -> constructor.getParameters().isEmpty()
            && constructor.getModifiers().contains(Modifier.PUBLIC)
            && constructor.getThrownTypes().stream().allMatch(this::isUnchecked));
  }

  private boolean isUnchecked(TypeMirror thrown) {
    return Stream.of(RuntimeException.class, Error.class)
        .map(type -> elements.getTypeElement(type.getName()).asType())
        .anyMatch(type -> types.isSubtype(thrown, type));
  }

  private static boolean isVisible(TypeElement type) {
    Element outer = type.getEnclosingElement();
    return type.getModifiers().contains(Modifier.PUBLIC)
        && (!(outer instanceof TypeElement enclosing)
            || (isVisible(enclosing)
                && (type.getModifiers().contains(Modifier.STATIC)
                    || enclosing.getKind().isInterface())));
  }

  private Optional<Conversion> invalid(ElementOrigin origin, String fact, String cure) {
    problems.add(Problem.of(ProblemCode.INVALID_CONVERTER, origin, fact).help(cure));
    return Optional.empty();
  }

  /** Returns the codes of an enum; empty when it has none, or, with a problem more, when they cannot be used. */
  Optional<Conversion> codes(TypeElement element, JavaType.Declared type, TypeElement repository) {
    List<Element> members = element.getEnclosedElements().stream()
        .filter(member -> AnnotationValues.isPresent(member, EnumCode.class))
        .<Element>map(member -> member)
        .toList();
    if (members.isEmpty()) {
      return Optional.empty();
    }
    Element member = members.get(0);
    Optional<ScalarType> stored = stored(member);
    boolean isReachable = member.getModifiers().contains(Modifier.PUBLIC)
        || (!member.getModifiers().contains(Modifier.PRIVATE)
            && elements.getPackageOf(element).equals(elements.getPackageOf(repository)));
    boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
    if (members.size() > 1 || stored.isEmpty() || !isReachable || isStatic) {
      problems.add(Problem.of(
              ProblemCode.INVALID_ENUM_CODE,
              ElementOrigin.ofAnnotation(member, EnumCode.class),
              "`" + type.text() + "." + member.getSimpleName() + "` cannot be the code of `"
                  + type.text() + "`")
          .help("annotate one method without parameters, or one field, of type String, int or long,"
              + " that is public or in the package of the repository"));
      return Optional.empty();
    }
    return Optional.of(new Conversion.ByCode(
        type,
        member.getSimpleName().toString(),
        member.getKind() == ElementKind.METHOD,
        stored.get()));
  }

  private Optional<ScalarType> stored(Element member) {
    if (member instanceof ExecutableElement method) {
      return method.getParameters().isEmpty() ? code(method.getReturnType()) : Optional.empty();
    }
    return code(member.asType());
  }

  private Optional<ScalarType> code(TypeMirror type) {
    return ScalarType.of(reader.read(type)).flatMap(scalar -> switch (scalar) {
      case STRING -> Optional.of(ScalarType.STRING);
      case INT, BOXED_INT -> Optional.of(ScalarType.BOXED_INT);
      case LONG, BOXED_LONG -> Optional.of(ScalarType.BOXED_LONG);
      default -> Optional.empty();
    });
  }
}
