package dev.litmus.processor.declaration;

import java.util.ArrayList;
import java.util.List;
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
    List<ExecutableElement> methods = new ArrayList<>();
    collect(repository, repository, methods);
    return methods;
  }

  private void collect(TypeElement from, TypeElement repository, List<ExecutableElement> methods) {
    for (ExecutableElement method : ElementFilter.methodsIn(from.getEnclosedElements())) {
      if (!isOfObject(method)
          && methods.stream()
              .noneMatch(m -> m.equals(method) || elements.overrides(m, method, repository))) {
        methods.add(method);
      }
    }
    for (TypeMirror parent : from.getInterfaces()) {
      collect((TypeElement) types.asElement(parent), repository, methods);
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
