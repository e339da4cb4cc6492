package dev.litmus.processor.declaration;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/** What a class of its own in a package can name. */
final class Visibility {

  private final Elements elements;
  private final PackageElement from;

  Visibility(Elements elements, PackageElement from) {
    this.elements = elements;
    this.from = from;
  }

  /** Returns the first type around an element, or the element, that cannot be named. */
  Optional<TypeElement> hidden(Element element) {
    for (Element at = element; at instanceof TypeElement type; at = at.getEnclosingElement()) {
      Set<Modifier> modifiers = type.getModifiers();
      boolean same = elements.getPackageOf(type).equals(from);
      if (modifiers.contains(Modifier.PRIVATE) || !(same || modifiers.contains(Modifier.PUBLIC))) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Returns the first type in a signature, or among its arguments, that cannot be named. */
  Optional<TypeElement> hiddenIn(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return hiddenIn(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      TypeMirror bound = wildcard.getExtendsBound();
      return bound == null ? Optional.empty() : hiddenIn(bound);
    }
    if (!(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)) {
      return Optional.empty();
    }
    Optional<TypeElement> hidden = hidden(element);
    for (TypeMirror argument : declared.getTypeArguments()) {
      hidden = hidden.or(() -> hiddenIn(argument));
    }
    return hidden;
  }
}
