package dev.litmus.processor.declaration;

import dev.litmus.annotations.Database;
import dev.litmus.processor.problem.Origin;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * An element of the source, or the value of one of its annotations.
 *
 * @param element the element
 * @param annotation the annotation to point at, when there is one
 * @param value the annotation's value to point at, when it is written out
 * @param heir the repository to point at instead, when it inherits the element from a class file, which has no lines
 */
public record ElementOrigin(
    Element element,
    Optional<AnnotationMirror> annotation,
    Optional<AnnotationValue> value,
    Optional<TypeElement> heir)
    implements Origin {

  public static ElementOrigin of(Element element) {
    return new ElementOrigin(element, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The annotation on the element, when it is there; the element otherwise. */
  public static ElementOrigin ofAnnotation(Element element, Class<?> annotation) {
    return ofAnnotation(element, annotation, "value");
  }

  /** As above, with another of the annotation's values to point at. */
  static ElementOrigin ofAnnotation(Element element, Class<?> annotation, String member) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeMirror type = mirror.getAnnotationType();
      if (type.toString().equals(annotation.getCanonicalName())) {
        return of(element, mirror, member);
      }
    }
    return of(element);
  }

  static ElementOrigin of(Element element, AnnotationMirror mirror, String member) {
    return new ElementOrigin(element, Optional.of(mirror), value(mirror, member), Optional.empty());
  }

  /** Returns what is written for a value of an annotation; empty when its default holds. */
  static Optional<AnnotationValue> value(AnnotationMirror mirror, String member) {
    return mirror.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
        .<AnnotationValue>map(Map.Entry::getValue)
        .findFirst();
  }

  ElementOrigin inheritedBy(TypeElement repository) {
    return new ElementOrigin(element, annotation, value, Optional.of(repository));
  }

  /** Returns where the compiler can point: the heir's own annotation, or else this. */
  public ElementOrigin visible() {
    return heir.map(repository -> ofAnnotation(repository, Database.class)).orElse(this);
  }

  /** Says whose problem it is when the place does not: {@code in `Finds.find`, which `Orders` inherits …}. */
  public Optional<String> inheritance() {
    return heir.map(repository -> "in `" + path(element) + "`, which `" + repository.getSimpleName()
        + "` inherits from a class file");
  }

  private static String path(Element element) {
    Element owner = Objects.requireNonNull(element.getEnclosingElement());
    return owner instanceof TypeElement
        ? owner.getSimpleName() + "." + element.getSimpleName()
        : path(owner);
  }

  /** Tells whether the element is another one or stands inside it. */
  boolean isWithin(Element outer) {
    for (Element at = element; at != null; at = at.getEnclosingElement()) {
      if (at.equals(outer)) {
        return true;
      }
    }
    return heir.isPresent() && heir.get().equals(outer);
  }
}
