package dev.litmus.processor.declaration;

import dev.litmus.annotations.Column;
import dev.litmus.annotations.Embedded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Turns the compiler's types into ours, and collects what is known of those they reach. One per repository. */
final class TypeReader {

  /** Records inside records: a generic one can reach itself with ever longer arguments. */
  private static final int DEEPEST = 16;

  private final Elements elements;
  private final Types types;
  private final TypeElement repository;
  private final ConversionReader conversions;
  private final NullnessReader nullness;
  private int depth;
  private final Map<JavaType, RecordDeclaration> records = new LinkedHashMap<>();
  private final Map<JavaType, ClassDeclaration> classes = new LinkedHashMap<>();
  private final Set<JavaType> seen = new HashSet<>();
  private final Set<JavaType> enums = new LinkedHashSet<>();
  private final Map<JavaType, Conversion> codes = new LinkedHashMap<>();
  private final Set<String> warnings = new TreeSet<>();

  TypeReader(Elements elements, Types types, TypeElement repository, NullnessReader nullness) {
    this.elements = elements;
    this.types = types;
    this.repository = repository;
    this.conversions = new ConversionReader(elements, types, this);
    this.nullness = nullness;
  }

  /**
   * Returns what is known of every type seen so far.
   *
   * @param converters those of the whole module, which come before the codes of enums
   */
  KnownTypes known(Map<JavaType, Conversion> converters) {
    Map<JavaType, Conversion> all = new LinkedHashMap<>(codes);
    all.putAll(converters);
    return new KnownTypes(records, classes, enums, all);
  }

  /** Returns what javac warns of where the types seen so far are used: by name, or by their parts. */
  Set<String> warnings() {
    return warnings;
  }

  private void noteDeprecation(Element element) {
    Deprecated deprecated = element.getAnnotation(Deprecated.class);
    if (deprecated != null) {
      warnings.add(deprecated.forRemoval() ? "removal" : "deprecation");
    }
  }

  ConversionReader conversions() {
    return conversions;
  }

  NullnessReader nullness() {
    return nullness;
  }

  /** Reads a type that rows may become: classes are looked into as well. */
  JavaType readResult(TypeMirror type) {
    collectClasses(type);
    return read(type);
  }

  JavaType read(TypeMirror type) {
    if (type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID) {
      return new JavaType.Primitive(type.getKind().name().toLowerCase(Locale.ROOT));
    }
    if (type instanceof ArrayType array) {
      return new JavaType.Array(read(array.getComponentType()));
    }
    if (type.getKind() == TypeKind.DECLARED && type instanceof DeclaredType declared) {
      return readDeclared(declared);
    }
    if (type instanceof TypeVariable variable) {
      return new JavaType.Variable(variable.asElement().getSimpleName().toString());
    }
    if (type instanceof WildcardType wildcard) {
      return readWildcard(wildcard);
    }
    return new JavaType.Other(type.toString());
  }

  /** Of the signature and not of the method: a bound may name a parameter that the repository has fixed. */
  List<TypeParameter> typeParameters(ExecutableType signature) {
    return signature.getTypeVariables().stream()
        .map(variable -> new TypeParameter(
            variable.asElement().getSimpleName().toString(),
            bounds(variable.getUpperBound()).stream().map(this::read).toList()))
        .toList();
  }

  static List<? extends TypeMirror> bounds(TypeMirror upper) {
    return upper instanceof IntersectionType several ? several.getBounds() : List.of(upper);
  }

  private JavaType readWildcard(WildcardType type) {
    TypeMirror upper = type.getExtendsBound();
    if (upper != null) {
      return new JavaType.Wildcard("extends", Optional.of(read(upper)));
    }
    TypeMirror lower = type.getSuperBound();
    return lower == null
        ? new JavaType.Wildcard("", Optional.empty())
        : new JavaType.Wildcard("super", Optional.of(read(lower)));
  }

  private JavaType.Declared readDeclared(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    List<JavaType> arguments = type.getTypeArguments().stream().map(this::read).toList();
    JavaType.Declared declared =
        new JavaType.Declared(packageName(element), simpleNames(element), arguments);
    noteDeprecation(element);
    if (element.getKind() == ElementKind.RECORD
        && !records.containsKey(declared)
        && depth < DEEPEST) {
      depth++;
      // The name is taken first: a record may reach itself.
      records.put(declared, new RecordDeclaration(declared, List.of()));
      records.put(declared, new RecordDeclaration(declared, components(type, element)));
      depth--;
    }
    if (element.getKind() == ElementKind.ENUM && enums.add(declared)) {
      conversions.codes(element, declared, repository).ifPresent(code -> codes.put(declared, code));
    }
    return declared;
  }

  private List<ComponentDeclaration> components(DeclaredType type, TypeElement element) {
    List<ComponentDeclaration> components = new ArrayList<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      Element member = memberOf(component);
      noteDeprecation(member);
      TypeMirror known = types.asMemberOf(type, member);
      components.add(component(
          component, known instanceof ExecutableType accessor ? accessor.getReturnType() : known));
    }
    return components;
  }

  /** What generated code reads a component by; Eclipse's compiler knows accessors only that are written out. */
  private static Element memberOf(RecordComponentElement component) {
    @Nullable Element accessor = component.getAccessor();
    return accessor != null
        ? accessor
        : ElementFilter.fieldsIn(
                Objects.requireNonNull(component.getEnclosingElement()).getEnclosedElements())
            .stream()
            .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
            .findFirst()
            .orElseThrow();
  }

  private ComponentDeclaration component(Element element, TypeMirror type) {
    boolean embedded = AnnotationValues.isPresent(element, Embedded.class);
    JavaType read = read(type);
    return new ComponentDeclaration(
        element.getSimpleName().toString(),
        read,
        nullness.of(element),
        AnnotationValues.text(element, Column.class, "value"),
        embedded
            ? AnnotationValues.text(element, Embedded.class, "prefix").or(() -> Optional.of(""))
            : Optional.empty(),
        conversions.own(element, read));
  }

  private void collectClasses(TypeMirror type) {
    if (type instanceof WildcardType wildcard) {
      Stream.of(
              Optional.ofNullable(wildcard.getExtendsBound()),
              Optional.ofNullable(wildcard.getSuperBound()))
          .flatMap(Optional::stream)
          .forEach(this::collectClasses);
    }
    if (type.getKind() != TypeKind.DECLARED || !(type instanceof DeclaredType declared)) {
      return;
    }
    declared.getTypeArguments().forEach(this::collectClasses);
    TypeElement element = (TypeElement) declared.asElement();
    if (isOfPlatform(element)
        || element.getModifiers().contains(Modifier.ABSTRACT)
        || depth >= DEEPEST
        || !seen.add(read(type))) {
      return;
    }
    depth++;
    if (element.getKind() == ElementKind.RECORD) {
      element.getRecordComponents().forEach(component -> collectClasses(component.asType()));
    } else if (element.getKind() == ElementKind.CLASS) {
      List<List<ComponentDeclaration>> constructors = new ArrayList<>();
      for (ExecutableElement constructor :
          ElementFilter.constructorsIn(element.getEnclosedElements())) {
        if (isCallable(constructor, element)) {
          noteDeprecation(constructor);
          constructors.add(parameters(declared, constructor));
          constructor.getParameters().forEach(parameter -> collectClasses(parameter.asType()));
        }
      }
      JavaType.Declared read = (JavaType.Declared) read(type);
      classes.put(read, new ClassDeclaration(read, constructors));
    }
    depth--;
  }

  private List<ComponentDeclaration> parameters(DeclaredType type, ExecutableElement constructor) {
    ExecutableType signature = (ExecutableType) types.asMemberOf(type, constructor);
    List<ComponentDeclaration> parameters = new ArrayList<>();
    for (int i = 0; i < constructor.getParameters().size(); i++) {
      parameters.add(component(
          constructor.getParameters().get(i), signature.getParameterTypes().get(i)));
    }
    return parameters;
  }

  private boolean isCallable(ExecutableElement constructor, TypeElement type) {
    boolean isNear = elements.getPackageOf(type).equals(elements.getPackageOf(repository));
    return !constructor.getParameters().isEmpty()
        && (constructor.getModifiers().contains(Modifier.PUBLIC)
            || (isNear && !constructor.getModifiers().contains(Modifier.PRIVATE)));
  }

  private boolean isOfPlatform(TypeElement element) {
    String name = packageName(element);
    return name.equals("java") || name.startsWith("java.") || name.startsWith("javax.");
  }

  private String packageName(Element element) {
    return elements.getPackageOf(element).getQualifiedName().toString();
  }

  private static List<String> simpleNames(TypeElement element) {
    List<String> names = new ArrayList<>();
    Element at = element;
    while (at instanceof TypeElement type) {
      names.add(0, type.getSimpleName().toString());
      at = type.getNestingKind() == NestingKind.MEMBER ? type.getEnclosingElement() : null;
    }
    return names;
  }
}
