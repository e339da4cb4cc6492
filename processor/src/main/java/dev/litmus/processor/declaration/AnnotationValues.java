package dev.litmus.processor.declaration;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** What is written in an annotation; what is not written is empty, whatever its default. */
final class AnnotationValues {

  private AnnotationValues() {}

  static boolean isPresent(Element element, Class<?> annotation) {
    return ElementOrigin.ofAnnotation(element, annotation).annotation().isPresent();
  }

  static Optional<String> text(Element element, Class<?> annotation, String member) {
    return find(element, annotation, member).map(Object::toString);
  }

  static Optional<Integer> number(Element element, Class<?> annotation, String member) {
    return find(element, annotation, member).map(Integer.class::cast);
  }

  /** Returns the simple name of an enum's constant. */
  static Optional<String> constant(Element element, Class<?> annotation, String member) {
    return find(element, annotation, member)
        .filter(VariableElement.class::isInstance)
        .map(value -> ((VariableElement) value).getSimpleName().toString());
  }

  /** Returns a class, unless the compiler does not know it. */
  static Optional<DeclaredType> type(Element element, Class<?> annotation, String member) {
    return find(element, annotation, member)
        .filter(DeclaredType.class::isInstance)
        .map(DeclaredType.class::cast);
  }

  static Optional<Boolean> flag(Element element, Class<?> annotation, String member) {
    return find(element, annotation, member).map(Boolean.class::cast);
  }

  /** Returns classes, but for those that the compiler does not know. */
  static List<DeclaredType> types(Element element, Class<?> annotation, String member) {
    return find(element, annotation, member)
        .filter(List.class::isInstance)
        .map(values -> (List<?>) values)
        .orElse(List.of())
        .stream()
        .map(AnnotationValue.class::cast)
        .map(AnnotationValue::getValue)
        .filter(DeclaredType.class::isInstance)
        .map(DeclaredType.class::cast)
        .toList();
  }

  private static Optional<Object> find(Element element, Class<?> annotation, String member) {
    return ElementOrigin.ofAnnotation(element, annotation, member)
        .value()
        .map(AnnotationValue::getValue);
  }
}
