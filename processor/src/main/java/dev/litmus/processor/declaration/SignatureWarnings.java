package dev.litmus.processor.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What javac warns of in whoever repeats a signature. Its author was warned, and knows; an override has to be silent, or
 * it breaks builds with {@code -Werror}.
 */
final class SignatureWarnings {

  private final Elements elements;
  private final Types types;
  private final Set<String> found = new TreeSet<>();

  SignatureWarnings(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Returns names of lint categories, sorted. */
  List<String> of(ExecutableElement method, ExecutableType signature) {
    List<TypeMirror> named = new ArrayList<>(signature.getParameterTypes());
    named.add(signature.getReturnType());
    named.addAll(signature.getThrownTypes());
    signature.getTypeVariables().stream()
        .map(variable -> TypeReader.bounds(variable.getUpperBound()))
        .forEach(named::addAll);
    named.forEach(this::visit);
    if (isForRemoval(method)) {
      found.add("removal");
    }
    if (method.isVarArgs()) {
      List<? extends TypeMirror> parameters = signature.getParameterTypes();
      ArrayType last = (ArrayType) parameters.get(parameters.size() - 1);
      if (!types.isSameType(last, types.erasure(last)) && !isUnbounded(last.getComponentType())) {
        found.add("unchecked");
      }
    }
    return List.copyOf(found);
  }

  private void visit(TypeMirror type) {
    if (type instanceof ArrayType array) {
      visit(array.getComponentType());
    } else if (type instanceof WildcardType wildcard) {
      if (wildcard.getExtendsBound() != null) {
        visit(wildcard.getExtendsBound());
      }
      if (wildcard.getSuperBound() != null) {
        visit(wildcard.getSuperBound());
      }
    } else if (type.getKind() == TypeKind.DECLARED && type instanceof DeclaredType declared) {
      visitDeclared(declared);
    }
  }

  private void visitDeclared(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    if (isForRemoval(element)) {
      found.add("removal");
    } else if (elements.isDeprecated(element)) {
      found.add("deprecation");
    }
    if (type.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
      found.add("rawtypes");
    }
    type.getTypeArguments().forEach(this::visit);
    visit(type.getEnclosingType());
  }

  /** {@code List<?>} is known when the program runs, and an array of it is sound. */
  private static boolean isUnbounded(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.getTypeArguments().stream()
            .allMatch(argument -> argument instanceof WildcardType wildcard
                && wildcard.getExtendsBound() == null
                && wildcard.getSuperBound() == null);
  }

  private static boolean isForRemoval(Element element) {
    Deprecated deprecated = element.getAnnotation(Deprecated.class);
    return deprecated != null && deprecated.forRemoval();
  }
}
