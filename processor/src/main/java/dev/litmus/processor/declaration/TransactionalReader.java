package dev.litmus.processor.declaration;

import dev.litmus.annotations.Transactional;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the default methods that are annotated with {@code @Transactional}. */
final class TransactionalReader {

  private static final String DEFAULT_MODE = "IMMEDIATE";

  private final Elements elements;
  private final Types types;
  private final TypeReader reader;

  TransactionalReader(Elements elements, Types types, TypeReader reader) {
    this.elements = elements;
    this.types = types;
    this.reader = reader;
  }

  /** Returns the problem of an annotated method around which nothing could begin a transaction. */
  static Optional<Problem> misplaced(ExecutableElement method) {
    if (method.isDefault()) {
      return Optional.empty();
    }
    ElementOrigin origin = ElementOrigin.ofAnnotation(method, Transactional.class);
    return Optional.of(Problem.of(
            ProblemCode.MISPLACED_TRANSACTION,
            origin,
            "`" + method.getSimpleName() + "` is not a default method")
        .help("remove `@Transactional`, or put the statements that belong together into a"
            + " `default` method that has it"));
  }

  /** Returns nothing for a method that is not annotated, or in vain. */
  Optional<TransactionalDeclaration> read(TypeElement repository, ExecutableElement method) {
    ElementOrigin origin = ElementOrigin.ofAnnotation(method, Transactional.class);
    if (origin.annotation().isEmpty() || !method.isDefault()) {
      return Optional.empty();
    }
    ExecutableType signature =
        (ExecutableType) types.asMemberOf((DeclaredType) repository.asType(), method);
    return Optional.of(new TransactionalDeclaration(
        method.getSimpleName().toString(),
        origin.value().map(value -> constant(value.getValue())).orElse(DEFAULT_MODE),
        reader.typeParameters(signature),
        reader.read(signature.getReturnType()),
        parameters(method, signature),
        method.isVarArgs(),
        signature.getThrownTypes().stream().map(reader::read).toList(),
        elements.isDeprecated(method),
        new SignatureWarnings(elements, types).of(method, signature)));
  }

  private static String constant(Object value) {
    String text = value.toString();
    return text.substring(text.lastIndexOf('.') + 1);
  }

  private List<ParameterDeclaration> parameters(
      ExecutableElement method, ExecutableType signature) {
    List<ParameterDeclaration> parameters = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      parameters.add(new ParameterDeclaration(
          method.getParameters().get(i).getSimpleName().toString(),
          reader.read(signature.getParameterTypes().get(i)),
          TypeNullness.UNSPECIFIED,
          Optional.empty(),
          ElementOrigin.of(method.getParameters().get(i))));
    }
    return parameters;
  }
}
