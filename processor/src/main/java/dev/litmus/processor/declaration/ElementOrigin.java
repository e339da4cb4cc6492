package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Origin;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * An element of the source, or the value of one of its annotations.
 *
 * @param element the element
 * @param annotation the annotation to point at, when there is one
 * @param value the annotation's value to point at, when it is written out
 */
public record ElementOrigin(
    Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value)
    implements Origin {

  public static ElementOrigin of(Element element) {
    return new ElementOrigin(element, Optional.empty(), Optional.empty());
  }

  /** The annotation on the element, when it is there; the element otherwise. */
  public static ElementOrigin ofAnnotation(Element element, Class<?> annotation) {
    return ofAnnotation(element, annotation, "value");
  }

  /** One member of the annotation on the element. */
  static ElementOrigin ofAnnotation(Element element, Class<?> annotation, String member) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeMirror type = mirror.getAnnotationType();
      if (type.toString().equals(annotation.getName())) {
        Optional<AnnotationValue> value = mirror.getElementValues().entrySet().stream()
            .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
            .<AnnotationValue>map(Map.Entry::getValue)
            .findFirst();
        return new ElementOrigin(element, Optional.of(mirror), value);
      }
    }
    return of(element);
  }
}
