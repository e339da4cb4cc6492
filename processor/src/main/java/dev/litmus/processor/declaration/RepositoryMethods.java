package dev.litmus.processor.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The methods of an interface and of those it extends: own ones first, each in source order, overridden ones left out. */
final class RepositoryMethods {

  private final Elements elements;
  private final Types types;

  RepositoryMethods(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  List<ExecutableElement> of(TypeElement repository) {
    List<ExecutableElement> all = new ArrayList<>();
    collect(repository, all);
    List<ExecutableElement> methods = new ArrayList<>();
    for (ExecutableElement method : all) {
      boolean overridden = all.stream().anyMatch(m -> isOverriddenBelow(method, m, repository));
      boolean repeated = methods.stream().anyMatch(m -> elements.overrides(m, method, repository));
      if (!overridden && !repeated) {
        methods.add(method);
      }
    }
    return methods;
  }

  /**
   * Whether the other one stands further down. Of two inherited methods with the same signature the compiler says that
   * each overrides the other.
   */
  private boolean isOverriddenBelow(
      ExecutableElement method, ExecutableElement other, TypeElement repository) {
    return elements.overrides(other, method, repository)
        && types.isSubtype(owner(other), owner(method));
  }

  private TypeMirror owner(ExecutableElement method) {
    return types.erasure(Objects.requireNonNull(method.getEnclosingElement()).asType());
  }

  private void collect(TypeElement from, List<ExecutableElement> methods) {
    for (ExecutableElement method : ElementFilter.methodsIn(from.getEnclosedElements())) {
      if (!isOfObject(method) && !methods.contains(method)) {
        methods.add(method);
      }
    }
    for (TypeMirror parent : from.getInterfaces()) {
      collect((TypeElement) types.asElement(parent), methods);
    }
  }

  /** An interface may repeat these, to document them; every class has them. */
  private static boolean isOfObject(ExecutableElement method) {
    int parameters = method.getParameters().size();
    return switch (method.getSimpleName().toString()) {
      case "toString", "hashCode" -> parameters == 0;
      case "equals" -> parameters == 1;
      default -> false;
    };
  }
}
