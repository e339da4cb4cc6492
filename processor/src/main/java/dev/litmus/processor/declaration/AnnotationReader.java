package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds the annotations that an option names for generated code. */
public final class AnnotationReader {

  private final Elements elements;
  private final Types types;
  private final Origin origin;

  /** Reads for options; problems belong to {@code origin}. */
  public AnnotationReader(Elements elements, Types types, Origin origin) {
    this.elements = elements;
    this.types = types;
    this.origin = origin;
  }

  /** Returns the types of the names, all of which can stand on {@code target} without values. */
  public Checked<List<JavaType.Declared>> read(
      List<String> names, String option, ElementType target) {
    List<JavaType.Declared> found = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String name : names) {
      TypeElement type = elements.getTypeElement(name);
      Optional<String> fault = fault(type, name, target);
      fault
          .map(fact -> Problem.of(
              ProblemCode.INVALID_ANNOTATION, origin, "option `-A" + option + "`: " + fact))
          .ifPresent(problems::add);
      if (type != null) {
        found.add((JavaType.Declared)
            new TypeReader(elements, types, type, new NullnessReader(new SourceTypes()))
                .read(type.asType()));
      }
    }
    return problems.isEmpty() ? Checked.of(found) : Checked.failed(problems);
  }

  private static Optional<String> fault(
      @Nullable TypeElement type, String name, ElementType target) {
    if (type == null) {
      return Optional.of("there is no annotation `" + name + "` on the class path");
    }
    if (type.getKind() != ElementKind.ANNOTATION_TYPE) {
      return Optional.of("`" + name + "` is not an annotation");
    }
    Target targets = type.getAnnotation(Target.class);
    if (targets != null && !Arrays.asList(targets.value()).contains(target)) {
      return Optional.of("`" + name + "` cannot stand on a "
          + (target == ElementType.TYPE ? "class" : "constructor"));
    }
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(member -> member.getDefaultValue() == null)
        .map(ExecutableElement::getSimpleName)
        .findFirst()
        .map(member -> "`" + name + "` needs a value for `" + member + "`, which cannot be given");
  }
}
