package dev.litmus.processor.declaration;

import dev.litmus.annotations.Allow;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads {@code @Allow}, once or several times on one element. */
final class AllowReader {

  private AllowReader() {}

  /** Returns what the repository's own annotations silence, and those of its queries. */
  static List<AllowDeclaration> read(TypeElement repository, List<ExecutableElement> methods) {
    List<AllowDeclaration> all = new ArrayList<>(read(repository, true, true));
    methods.stream()
        .filter(AllowReader::isQuery)
        .forEach(method ->
            all.addAll(read(method, false, repository.equals(method.getEnclosingElement()))));
    return all;
  }

  private static List<AllowDeclaration> read(Element element, boolean everywhere, boolean own) {
    List<AllowDeclaration> all = new ArrayList<>();
    annotations(element).forEach(mirror -> {
      String reason =
          ElementOrigin.value(mirror, "reason").map(AllowReader::text).orElse("");
      for (AnnotationValue code : items(mirror)) {
        ElementOrigin origin =
            new ElementOrigin(element, Optional.of(mirror), Optional.of(code), Optional.empty());
        all.add(new AllowDeclaration(text(code), reason, origin, everywhere, own));
      }
    });
    return all;
  }

  /** Returns the problem of an annotation that names nothing, or stands where nothing is checked. */
  static Stream<Problem> idle(Element element) {
    boolean repository =
        ElementOrigin.ofAnnotation(element, Database.class).annotation().isPresent();
    boolean query = isQuery(element);
    String kind = element instanceof TypeElement ? "a repository" : "a method with a query";
    return annotations(element)
        .filter(mirror -> (!repository && !query) || items(mirror).isEmpty())
        .map(mirror -> Problem.of(
                ProblemCode.UNUSED_ALLOW,
                ElementOrigin.of(element, mirror, "value"),
                repository || query
                    ? "this `@Allow` names no warning"
                    : "`" + element.getSimpleName() + "` is not " + kind
                        + ", so there is nothing to allow")
            .help("remove `@Allow`"));
  }

  private static boolean isQuery(Element element) {
    return ElementOrigin.ofAnnotation(element, Query.class).annotation().isPresent();
  }

  private static Stream<AnnotationMirror> annotations(Element element) {
    List<AnnotationMirror> all = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      String type = mirror.getAnnotationType().toString();
      if (type.equals(Allow.class.getCanonicalName())) {
        all.add(mirror);
      } else if (type.equals(Allow.All.class.getCanonicalName())) {
        items(mirror).forEach(item -> all.add((AnnotationMirror) item.getValue()));
      }
    }
    return all.stream();
  }

  private static List<AnnotationValue> items(AnnotationMirror mirror) {
    List<AnnotationValue> items = new ArrayList<>();
    ElementOrigin.value(mirror, "value")
        .filter(value -> value.getValue() instanceof List)
        .ifPresent(value ->
            ((List<?>) value.getValue()).forEach(item -> items.add((AnnotationValue) item)));
    return items;
  }

  private static String text(AnnotationValue value) {
    return value.getValue().toString();
  }
}
