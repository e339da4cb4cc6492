package dev.litmus.processor.declaration;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** Whether something may be null: by JSpecify's, and every other annotation that is called {@code Nullable}. */
final class Nullness {

  private Nullness() {}

  /** Looks at an element and at its type, where annotations of types stand. */
  static boolean isNullable(Element element, TypeMirror type) {
    List<AnnotationMirror> all = new ArrayList<>(element.getAnnotationMirrors());
    all.addAll(type.getAnnotationMirrors());
    return all.stream()
        .anyMatch(a -> a.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
  }
}
