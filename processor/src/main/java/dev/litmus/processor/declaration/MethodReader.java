package dev.litmus.processor.declaration;

import dev.litmus.annotations.AtMostOne;
import dev.litmus.annotations.Batch;
import dev.litmus.annotations.Key;
import dev.litmus.annotations.Query;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the methods of one repository that have a query. */
final class MethodReader {

  /** The default of {@link Batch#size}. */
  private static final int DEFAULT_CHUNK = 100;

  private final Elements elements;
  private final Types types;
  private final SourceTypes sources;
  private final TypeElement repository;
  private final QueryReader queries;
  private final TypeReader typeReader;
  private final Visibility visibility;

  MethodReader(
      Elements elements,
      Types types,
      SourceTypes sources,
      TypeElement repository,
      QueryReader queries,
      TypeReader typeReader) {
    this.elements = elements;
    this.types = types;
    this.sources = sources;
    this.repository = repository;
    this.queries = queries;
    this.typeReader = typeReader;
    this.visibility = new Visibility(elements, elements.getPackageOf(repository));
  }

  /** Returns nothing for a method with a body and without a query. */
  Checked<MethodDeclaration> read(ExecutableElement method) {
    ElementOrigin query = seen(ElementOrigin.ofAnnotation(method, Query.class));
    boolean isAbstract = method.getModifiers().contains(Modifier.ABSTRACT);
    if (query.annotation().isEmpty()) {
      return isAbstract
          ? Checked.failed(missingQuery(method))
          : new Checked<>(Optional.empty(), List.of());
    }
    if (!isAbstract) {
      return Checked.failed(Problem.of(
              ProblemCode.UNEXPECTED_QUERY,
              query,
              "`" + method.getSimpleName() + "` has a body and a query")
          .help("remove the body, or the `@Query`"));
    }
    ExecutableType signature = signature(method);
    Optional<TypeElement> hidden = hidden(signature);
    if (hidden.isPresent()) {
      return Checked.failed(invisible(method, hidden.get()));
    }
    return read(method, signature);
  }

  private Checked<MethodDeclaration> read(ExecutableElement method, ExecutableType signature) {
    Checked<QueryText> text = queries.read(method, this::seen);
    Checked<List<ParameterDeclaration>> parameters =
        new ParameterReader(typeReader).read(method, signature, this::seen);
    List<Problem> problems = new ArrayList<>(text.problems());
    problems.addAll(parameters.problems());
    if (!problems.isEmpty()) {
      return Checked.failed(problems);
    }
    List<ParameterDeclaration> declared = parameters.value().orElseThrow();
    QueryText sql = text.value().orElseThrow();
    boolean isCollected =
        declared.stream().anyMatch(parameter -> RowReceiver.isCollector(parameter.type()));
    if (!method.getTypeParameters().isEmpty() && !isCollected) {
      return Checked.failed(
          DeclarationReader.generic(sql.origin(), "`" + method.getSimpleName() + "`"));
    }
    JavaType returned = typeReader.readResult(signature.getReturnType());
    MethodSignature callable = new MethodSignature(
        method.getSimpleName().toString(),
        typeReader.typeParameters(signature),
        returned,
        typeReader.nullness().ofResult(method),
        declared,
        method.isVarArgs(),
        !sources.contains(method) && ParameterReader.lacksNames(method),
        elements.isDeprecated(method),
        new SignatureWarnings(elements, types).of(method, signature));
    ResultDeclaration result = new ResultDeclaration(
        AnnotationValues.text(method, Key.class, "value"),
        typeReader.conversions().own(method, rows(declared, returned)),
        atMostOne(method),
        count(method));
    return Checked.of(new MethodDeclaration(callable, sql, result, batch(method)));
  }

  /** What becomes of rows: who is handed them, or what is returned. */
  private static JavaType rows(List<ParameterDeclaration> parameters, JavaType returned) {
    return parameters.stream()
        .map(ParameterDeclaration::type)
        .filter(RowReceiver::isReceiver)
        .findFirst()
        .orElse(returned);
  }

  private Optional<AtMostOneDeclaration> atMostOne(ExecutableElement method) {
    ElementOrigin origin = ElementOrigin.ofAnnotation(method, AtMostOne.class);
    return origin
        .annotation()
        .map(written -> new AtMostOneDeclaration(
            AnnotationValues.text(method, AtMostOne.class, "value").orElse(""),
            seen(origin),
            repository.equals(method.getEnclosingElement())));
  }

  private Optional<QueryText> count(ExecutableElement method) {
    return AnnotationValues.text(method, Query.class, "countQuery")
        .filter(sql -> !sql.isEmpty())
        .map(sql -> new QueryText(
            sql,
            "in the count query",
            seen(ElementOrigin.ofAnnotation(method, Query.class, "countQuery"))));
  }

  private Optional<BatchDeclaration> batch(ExecutableElement method) {
    return AnnotationValues.isPresent(method, Batch.class)
        ? Optional.of(new BatchDeclaration(
            AnnotationValues.number(method, Batch.class, "size").orElse(DEFAULT_CHUNK),
            AnnotationValues.constant(method, Batch.class, "commit")
                .equals(Optional.of(Batch.Commit.CHUNK.name())),
            seen(ElementOrigin.ofAnnotation(method, Batch.class))))
        : Optional.empty();
  }

  private ExecutableType signature(ExecutableElement method) {
    return (ExecutableType) types.asMemberOf((DeclaredType) repository.asType(), method);
  }

  /** Returns the problem of a default method whose override could not repeat its signature. */
  Optional<Problem> invisibleIn(ExecutableElement method) {
    return hidden(signature(method)).map(hidden -> invisible(method, hidden));
  }

  private Optional<TypeElement> hidden(ExecutableType signature) {
    return Stream.concat(
            Stream.of(signature.getReturnType()), signature.getParameterTypes().stream())
        .map(visibility::hiddenIn)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A class file has no lines: the repository that inherits from it has. */
  private ElementOrigin seen(ElementOrigin origin) {
    return sources.contains(origin.element()) ? origin : origin.inheritedBy(repository);
  }

  /** Points at the repository when it inherits the method: it is there that something can be done. */
  private Problem missingQuery(ExecutableElement method) {
    TypeElement declaring = (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
    boolean own = declaring.equals(repository);
    String name = own
        ? method.getSimpleName().toString()
        : declaring.getSimpleName() + "." + method.getSimpleName();
    return Problem.of(
            ProblemCode.MISSING_QUERY,
            ElementOrigin.of(own ? method : repository),
            "`" + name + "` has neither a query nor a body")
        .help("add `@Query(\"…\")`, or make it a `default` method");
  }

  private Problem invisible(ExecutableElement method, TypeElement hidden) {
    return DeclarationReader.invisible(
        seen(ElementOrigin.of(method)),
        hidden,
        "the implementation of `" + method.getSimpleName() + "` cannot name it");
  }
}
