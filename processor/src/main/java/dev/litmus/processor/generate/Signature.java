package dev.litmus.processor.generate;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.litmus.processor.declaration.MethodSignature;
import dev.litmus.processor.declaration.TypeParameter;
import dev.litmus.processor.model.QueryModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The first lines of a method that overrides one of the repository. */
final class Signature {

  private Signature() {}

  /** Begins the method of a query, with its constant beside it. */
  static MethodSpec.Builder of(QueryModel query, String constant, NameAllocator locals) {
    MethodSignature declared = query.method().signature();
    MethodSpec.Builder method = MethodSpec.methodBuilder(declared.name())
        .addJavadoc("$L\n", ConstantPlacement.mark(constant))
        .addJavadoc(QueryJavadoc.of(query))
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(TypeNames.of(declared.returnType()))
        .varargs(declared.varargs());
    if (declared.deprecated()) {
      method.addAnnotation(Deprecated.class);
    }
    TypeNames.silence(declared.warnings()).ifPresent(method::addAnnotation);
    addTypeParameters(method, declared.typeParameters());
    declared
        .parameters()
        .forEach(p -> method.addParameter(TypeNames.of(p.type()), locals.get(p.name())));
    return method;
  }

  static void addTypeParameters(MethodSpec.Builder method, List<TypeParameter> parameters) {
    parameters.forEach(parameter -> method.addTypeVariable(TypeVariableName.get(
        parameter.name(),
        parameter.bounds().stream().map(TypeNames::of).toArray(TypeName[]::new))));
  }
}
