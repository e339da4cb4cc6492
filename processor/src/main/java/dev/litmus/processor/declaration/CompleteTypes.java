package dev.litmus.processor.declaration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Whether the types of a signature, their arguments and the records they reach are all known to the compiler. */
final class CompleteTypes {

  private final Set<String> seen = new HashSet<>();

  boolean test(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return false;
    }
    if (type instanceof ExecutableType method) {
      return test(method.getReturnType())
          && testAll(method.getParameterTypes())
          && testAll(method.getThrownTypes())
          && method.getTypeVariables().stream()
              .map(TypeVariable::getUpperBound)
              .allMatch(this::test);
    }
    if (type instanceof IntersectionType several) {
      return testAll(several.getBounds());
    }
    if (type instanceof WildcardType wildcard) {
      return testBound(wildcard.getExtendsBound()) && testBound(wildcard.getSuperBound());
    }
    if (type instanceof ArrayType array) {
      return test(array.getComponentType());
    }
    if (type instanceof DeclaredType declared) {
      return testAll(declared.getTypeArguments()) && testRecord((TypeElement) declared.asElement());
    }
    return true;
  }

  private boolean testBound(@Nullable TypeMirror bound) {
    return bound == null || test(bound);
  }

  private boolean testAll(List<? extends TypeMirror> types) {
    return types.stream().allMatch(this::test);
  }

  private boolean testRecord(TypeElement element) {
    return element.getKind() != ElementKind.RECORD
        || !seen.add(element.getQualifiedName().toString())
        || element.getRecordComponents().stream()
            .map(RecordComponentElement::asType)
            .allMatch(this::test);
  }
}
