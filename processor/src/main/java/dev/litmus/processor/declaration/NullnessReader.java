package dev.litmus.processor.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Reads whether places have room for null. Annotations count by their simple names, on types and on declarations, whoever's
 * they are; what stands without one is what JSpecify's {@code @NullMarked} or {@code @NullUnmarked} around it say.
 *
 * @see <a href="https://jspecify.dev/docs/spec/">JSpecify's specification</a>
 */
final class NullnessReader {

  /**
   * The first JDK whose compiler passes on the annotations of types in class files. Before, a type without one may have one
   * (JDK-8225377).
   */
  private static final int PASSES_TYPES_ON = 22;

  private static final Set<String> NULLABLE = Set.of("Nullable");
  private static final Set<String> NOT_NULL = Set.of("NonNull", "NotNull", "Nonnull");
  private static final String MARKED = "org.jspecify.annotations.NullMarked";
  private static final String UNMARKED = "org.jspecify.annotations.NullUnmarked";

  private final SourceTypes sources;
  private final boolean seesClassFiles;

  NullnessReader(SourceTypes sources) {
    this(sources, Runtime.version().feature() >= PASSES_TYPES_ON);
  }

  private NullnessReader(SourceTypes sources, boolean seesClassFiles) {
    this.sources = sources;
    this.seesClassFiles = seesClassFiles;
  }

  /** Tells whether an element, or its type, is annotated so. */
  static boolean isNullable(Element element, TypeMirror type) {
    return read(type, List.of(element), Nullness.UNSPECIFIED).itself() == Nullness.NULLABLE;
  }

  /** Reads what a method returns. */
  TypeNullness ofResult(ExecutableElement method) {
    return read(method.getReturnType(), List.of(method), unannotated(method));
  }

  /** Reads the parameter of a method or constructor, or the component of a record. */
  TypeNullness of(Element place) {
    return read(place.asType(), declarations(place), unannotated(place));
  }

  /** An annotation that cannot stand on a component is copied to its accessor or its field all the same. */
  private static List<Element> declarations(Element place) {
    List<Element> all = new ArrayList<>(List.of(place));
    if (place instanceof RecordComponentElement component) {
      Objects.requireNonNull(component.getEnclosingElement()).getEnclosedElements().stream()
          .filter(member -> member.getSimpleName().equals(component.getSimpleName()))
          .filter(member -> !(member instanceof ExecutableElement method)
              || method.getParameters().isEmpty())
          .forEach(all::add);
    }
    return all;
  }

  /** What no annotation means where an element stands. */
  private Nullness unannotated(Element element) {
    if (!seesClassFiles && !sources.contains(element)) {
      return Nullness.UNSPECIFIED;
    }
    for (@Nullable Element at = element; at != null; at = at.getEnclosingElement()) {
      if (has(at, UNMARKED)) {
        return Nullness.UNSPECIFIED;
      }
      if (has(at, MARKED)) {
        return Nullness.NOT_NULL;
      }
    }
    return Nullness.UNSPECIFIED;
  }

  private static boolean has(Element element, String annotation) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(mirror -> type(mirror).getQualifiedName().contentEquals(annotation));
  }

  private static TypeElement type(AnnotationMirror mirror) {
    return (TypeElement) mirror.getAnnotationType().asElement();
  }

  private static TypeNullness read(
      TypeMirror type, List<Element> declarations, Nullness unannotated) {
    Nullness itself = itself(type, declarations, unannotated);
    return type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED
        ? new TypeNullness(
            itself,
            declared.getTypeArguments().stream()
                .map(argument -> read(bound(argument), List.of(), unannotated))
                .toList())
        : TypeNullness.of(itself);
  }

  private static Nullness itself(
      TypeMirror type, List<Element> declarations, Nullness unannotated) {
    if (type.getKind().isPrimitive()) {
      return Nullness.NOT_NULL;
    }
    return annotated(Stream.concat(declarations.stream(), Stream.of(type)))
        .or(() -> misplaced(type))
        .orElse(isOpen(type) ? Nullness.UNSPECIFIED : unannotated);
  }

  /** Whoever writes {@code @Nullable byte[]} means the array: its bytes cannot be null. */
  private static Optional<Nullness> misplaced(TypeMirror type) {
    return type instanceof ArrayType array && array.getComponentType().getKind().isPrimitive()
        ? annotated(Stream.of(array.getComponentType()))
        : Optional.empty();
  }

  /** A type parameter is what each use makes of it. */
  private static boolean isOpen(TypeMirror type) {
    return type.getKind() == TypeKind.TYPEVAR || type.getKind() == TypeKind.WILDCARD;
  }

  private static Optional<Nullness> annotated(Stream<? extends AnnotatedConstruct> places) {
    List<String> names = places
        .flatMap(place -> place.getAnnotationMirrors().stream())
        .map(mirror -> type(mirror).getSimpleName().toString())
        .toList();
    if (names.stream().anyMatch(NULLABLE::contains)) {
      return Optional.of(Nullness.NULLABLE);
    }
    return names.stream().anyMatch(NOT_NULL::contains)
        ? Optional.of(Nullness.NOT_NULL)
        : Optional.empty();
  }

  /** What {@code ? extends X} yields and {@code ? super X} takes: X. */
  private static TypeMirror bound(TypeMirror argument) {
    if (argument instanceof WildcardType wildcard) {
      return Stream.of(
              Optional.ofNullable(wildcard.getExtendsBound()),
              Optional.ofNullable(wildcard.getSuperBound()))
          .flatMap(Optional::stream)
          .<TypeMirror>map(bound -> bound)
          .findFirst()
          .orElse(argument);
    }
    return argument;
  }
}
