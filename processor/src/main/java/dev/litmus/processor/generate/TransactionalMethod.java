package dev.litmus.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import dev.litmus.processor.declaration.TransactionalDeclaration;
import javax.lang.model.element.Modifier;

/** The override of a default method that runs as one transaction, so that calls from inside are transactional too. */
final class TransactionalMethod {

  private final TransactionalDeclaration method;
  private final ClassName repository;
  private final NameAllocator locals;
  private final String transaction;
  private final String result;

  private TransactionalMethod(TransactionalDeclaration method, ClassName repository, Names names) {
    this.method = method;
    this.repository = repository;
    this.locals = names.locals(method.parameters());
    this.transaction = locals.newName("transaction");
    this.result = locals.newName("result");
  }

  static MethodSpec of(TransactionalDeclaration method, ClassName repository, Names names) {
    return new TransactionalMethod(method, repository, names).generate();
  }

  private MethodSpec generate() {
    MethodSpec.Builder override = MethodSpec.methodBuilder(method.name())
        .addJavadoc("Runs {@link $T#$L} as one transaction.\n", repository, method.name())
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(TypeNames.of(method.returnType()))
        .varargs(method.varargs());
    if (method.deprecated()) {
      override.addAnnotation(Deprecated.class);
    }
    TypeNames.silence(method.warnings()).ifPresent(override::addAnnotation);
    Signature.addTypeParameters(override, method.typeParameters());
    method
        .parameters()
        .forEach(p -> override.addParameter(TypeNames.of(p.type()), locals.get(p.name())));
    method.thrown().forEach(thrown -> override.addException(TypeNames.of(thrown)));
    return override.addCode(body()).build();
  }

  private CodeBlock body() {
    CodeBlock call = CodeBlock.of(
        "$T.super.$N($L)",
        repository,
        method.name(),
        method.parameters().stream()
            .map(p -> CodeBlock.of("$N", locals.get(p.name())))
            .collect(CodeBlock.joining(", ")));
    boolean returns = !method.returnType().text().equals("void");
    CodeBlock.Builder code = CodeBlock.builder()
        .add(
            "try ($T $N = $L.begin($T.$L)) {$>\n",
            TypeNames.TRANSACTION,
            transaction,
            locals.get(Names.DATABASE),
            TypeNames.TRANSACTION_MODE,
            method.mode());
    if (returns) {
      code.addStatement("$T $N = $L", TypeNames.of(method.returnType()), result, call);
    } else {
      code.addStatement("$L", call);
    }
    code.addStatement("$N.commit()", transaction);
    if (returns) {
      code.addStatement("return $N", result);
    }
    return code.add("$<}\n").build();
  }
}
