package dev.litmus.processor.declaration;

import static dev.litmus.processor.declaration.FunctionMethods.invalid;
import static dev.litmus.processor.declaration.FunctionReader.isPrivate;

import dev.litmus.annotations.SqlAggregate;
import dev.litmus.processor.declaration.FunctionDeclaration.Body;
import dev.litmus.processor.declaration.FunctionDeclaration.Function;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads a class whose objects collect the rows of a group. */
final class AggregateReader {

  private final FunctionMethods methods;
  private final TypeElement type;
  private final ElementOrigin origin;

  AggregateReader(FunctionMethods methods, TypeElement type) {
    this.methods = methods;
    this.type = type;
    this.origin = ElementOrigin.ofAnnotation(type, SqlAggregate.class);
  }

  /** Returns its function; empty when it is no aggregate, or no sound one. */
  Checked<Function> read() {
    if (origin.annotation().isEmpty()) {
      return Checked.failed(List.of());
    }
    String name = "`" + type.getSimpleName() + "`";
    Optional<ExecutableElement> step = only("step");
    Optional<ExecutableElement> finish =
        only("finish").filter(method -> method.getParameters().isEmpty());
    if (!canBeCreated()) {
      return Checked.failed(invalid(
          origin,
          name + " cannot be created for a group of rows",
          "make it a class that is not abstract, `static` when it is nested, with a constructor"
              + " without parameters that is not private"));
    }
    if (step.isEmpty() || finish.isEmpty()) {
      return Checked.failed(invalid(
          origin,
          name + " does not have one method `" + (step.isEmpty() ? "step" : "finish")
              + "` that takes "
              + (step.isEmpty() ? "the values of a row" : "nothing and returns the result"),
          step.isEmpty()
              ? "declare `void step(…)`, neither static nor private"
              : "declare `finish()`, neither static nor private"));
    }
    List<Problem> problems = new ArrayList<>();
    String sqlName = AnnotationValues.text(type, SqlAggregate.class, "value").orElse("");
    Function function =
        methods.read(sqlName, Body.GROUP, step.get(), finish.get(), true, origin, problems);
    return Checked.of(function, problems);
  }

  private boolean canBeCreated() {
    boolean isClass =
        type.getKind() == ElementKind.CLASS && !type.getModifiers().contains(Modifier.ABSTRACT);
    boolean isInner = type.getEnclosingElement() instanceof TypeElement outer
        && !outer.getKind().isInterface()
        && !type.getModifiers().contains(Modifier.STATIC);
    return isClass
        && !isInner
        && type.getTypeParameters().isEmpty()
        && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .anyMatch(constructor -> constructor.getParameters().isEmpty()
                && constructor.getThrownTypes().isEmpty()
                && !isPrivate(constructor));
  }

  private Optional<ExecutableElement> only(String name) {
    List<ExecutableElement> found = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .toList();
    return found.size() == 1
        ? Optional.of(found.get(0))
            .filter(method -> !isPrivate(method)
                && !method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.ABSTRACT))
        : Optional.empty();
  }
}
