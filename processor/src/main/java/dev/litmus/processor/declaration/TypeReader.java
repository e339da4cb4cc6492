package dev.litmus.processor.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Turns the compiler's types into ours, and collects the records they reach. One per repository. */
final class TypeReader {

  /** Records inside records: a generic one can reach itself with ever longer arguments. */
  private static final int DEEPEST = 16;

  private final Elements elements;
  private final Types types;
  private int depth;
  private final Map<JavaType, RecordDeclaration> records = new LinkedHashMap<>();

  TypeReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Returns every record seen so far. */
  Map<JavaType, RecordDeclaration> records() {
    return records;
  }

  JavaType read(TypeMirror type) {
    if (type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID) {
      return new JavaType.Primitive(type.getKind().name().toLowerCase(Locale.ROOT));
    }
    if (type instanceof ArrayType array) {
      return new JavaType.Array(read(array.getComponentType()));
    }
    if (type.getKind() == TypeKind.DECLARED && type instanceof DeclaredType declared) {
      return readDeclared(declared);
    }
    if (type instanceof TypeVariable variable) {
      return new JavaType.Variable(variable.asElement().getSimpleName().toString());
    }
    if (type instanceof WildcardType wildcard) {
      return readWildcard(wildcard);
    }
    return new JavaType.Other(type.toString());
  }

  private JavaType readWildcard(WildcardType type) {
    TypeMirror upper = type.getExtendsBound();
    if (upper != null) {
      return new JavaType.Wildcard("extends", Optional.of(read(upper)));
    }
    TypeMirror lower = type.getSuperBound();
    return lower == null
        ? new JavaType.Wildcard("", Optional.empty())
        : new JavaType.Wildcard("super", Optional.of(read(lower)));
  }

  private JavaType.Declared readDeclared(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    List<JavaType> arguments = type.getTypeArguments().stream().map(this::read).toList();
    JavaType.Declared declared =
        new JavaType.Declared(packageName(element), simpleNames(element), arguments);
    if (element.getKind() == ElementKind.RECORD
        && !records.containsKey(declared)
        && depth < DEEPEST) {
      depth++;
      // The name is taken first: a record may reach itself.
      records.put(declared, new RecordDeclaration(declared, List.of()));
      records.put(declared, new RecordDeclaration(declared, components(type, element)));
      depth--;
    }
    return declared;
  }

  private List<RecordDeclaration.Component> components(DeclaredType type, TypeElement element) {
    List<RecordDeclaration.Component> components = new ArrayList<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      TypeMirror accessor = types.asMemberOf(type, component.getAccessor());
      TypeMirror result = ((ExecutableType) accessor).getReturnType();
      components.add(
          new RecordDeclaration.Component(component.getSimpleName().toString(), read(result)));
    }
    return components;
  }

  private String packageName(Element element) {
    return elements.getPackageOf(element).getQualifiedName().toString();
  }

  private static List<String> simpleNames(TypeElement element) {
    List<String> names = new ArrayList<>();
    Element at = element;
    while (at instanceof TypeElement type) {
      names.add(0, type.getSimpleName().toString());
      at = type.getNestingKind() == NestingKind.MEMBER ? type.getEnclosingElement() : null;
    }
    return names;
  }
}
