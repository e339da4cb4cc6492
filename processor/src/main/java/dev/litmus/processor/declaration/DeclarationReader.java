package dev.litmus.processor.declaration;

import dev.litmus.annotations.Batch;
import dev.litmus.annotations.Converter;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Key;
import dev.litmus.annotations.Query;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads an annotated interface; the one place that knows the compiler's elements. */
public final class DeclarationReader {

  /** The default of {@link Batch#size}. */
  private static final int DEFAULT_CHUNK = 100;

  private static final String GENERATED = "javax.annotation.processing.Generated";

  private final Elements elements;
  private final Types types;
  private final RepositoryMethods methods;
  private final Map<JavaType, Conversion> converters = new LinkedHashMap<>();

  public DeclarationReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    this.methods = new RepositoryMethods(elements, types);
  }

  /**
   * Tells whether every type that the repository's signatures name is known; one that another processor has yet to
   * generate is not.
   */
  public boolean isComplete(TypeElement repository) {
    CompleteTypes complete = new CompleteTypes();
    return methods.of(repository).stream().allMatch(method -> complete.test(method.asType()));
  }

  /** Returns the problems of methods with {@code @Transactional}, wherever they stand. */
  public static List<Problem> misplacedTransactions(Collection<ExecutableElement> annotated) {
    return annotated.stream()
        .map(TransactionalReader::misplaced)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Tells whether a class is annotated as a converter. */
  public static boolean isConverter(TypeElement element) {
    return AnnotationValues.isPresent(element, Converter.class);
  }

  /** Takes converters for all repositories that are read from now on, and returns what is wrong with them. */
  public List<Problem> addConverters(Collection<TypeElement> annotated) {
    List<Problem> problems = new ArrayList<>();
    for (TypeElement element : annotated) {
      ElementOrigin origin = ElementOrigin.of(element);
      ConversionReader reader = new TypeReader(elements, types, element).conversions();
      reader.read(element, origin).ifPresent(conversion -> {
        Conversion other = converters.putIfAbsent(conversion.type(), conversion);
        if (other != null && !other.equals(conversion)) {
          problems.add(
              Problem.of(
                      ProblemCode.AMBIGUOUS_CONVERTER,
                      origin,
                      "`" + conversion.type().text() + "` has a second converter, `"
                          + element.getSimpleName() + "`")
                  .evidence("the other one: "
                      + ((Conversion.ByClass) other).converter().qualifiedName())
                  .help(
                      "remove `@Converter` from one of them, and name it in `@Convert` where it is meant"));
        }
      });
      problems.addAll(reader.problems());
    }
    return problems;
  }

  public Checked<RepositoryDeclaration> read(TypeElement element) {
    ElementOrigin origin = ElementOrigin.ofAnnotation(element, Database.class);
    if (element.getKind() != ElementKind.INTERFACE) {
      return Checked.failed(Problem.of(
              ProblemCode.NOT_AN_INTERFACE,
              origin,
              "`" + element.getSimpleName() + "` is not an interface")
          .help("make it an interface; its implementation is generated"));
    }
    if (!element.getTypeParameters().isEmpty()) {
      return Checked.failed(
          generic(ElementOrigin.of(element), "`" + element.getSimpleName() + "`"));
    }
    TypeReader typeReader = new TypeReader(elements, types, element);
    List<Problem> problems = new ArrayList<>();
    List<MethodDeclaration> queries = new ArrayList<>();
    List<TransactionalDeclaration> transactions = new ArrayList<>();
    TransactionalReader transactional = new TransactionalReader(elements, types, typeReader);
    for (ExecutableElement method : methods.of(element)) {
      Checked<MethodDeclaration> query = readMethod(element, method, typeReader);
      problems.addAll(query.problems());
      query.value().ifPresent(queries::add);
      transactional.read(element, method).ifPresent(transactions::add);
    }
    JavaType.Declared type = (JavaType.Declared) typeReader.read(element.asType());
    String database = stringValue(origin).orElse("");
    problems.addAll(typeReader.conversions().problems());
    return Checked.of(
        new RepositoryDeclaration(
            type,
            database,
            origin,
            queries,
            transactions,
            typeReader.known(converters),
            members(element)),
        problems);
  }

  private RepositoryDeclaration.Members members(TypeElement repository) {
    List<? extends Element> all = elements.getAllMembers(repository);
    // A named module sees the compiler's annotations only when it asks for java.compiler.
    boolean seesGenerated =
        elements.getTypeElement(elements.getModuleOf(repository), GENERATED) != null;
    return new RepositoryDeclaration.Members(
        names(ElementFilter.typesIn(all)), names(ElementFilter.methodsIn(all)), seesGenerated);
  }

  private static Set<String> names(Collection<? extends Element> elements) {
    return elements.stream()
        .map(element -> element.getSimpleName().toString())
        .collect(Collectors.toSet());
  }

  private Checked<MethodDeclaration> readMethod(
      TypeElement repository, ExecutableElement method, TypeReader reader) {
    ElementOrigin query = ElementOrigin.ofAnnotation(method, Query.class);
    boolean isAbstract = method.getModifiers().contains(Modifier.ABSTRACT);
    if (query.annotation().isEmpty()) {
      return isAbstract
          ? Checked.failed(missingQuery(repository, method))
          : new Checked<>(Optional.empty(), List.of());
    }
    if (!isAbstract) {
      return Checked.failed(Problem.of(
              ProblemCode.UNEXPECTED_QUERY,
              query,
              "`" + method.getSimpleName() + "` has a body and a query")
          .help("remove the body, or the `@Query`"));
    }
    ExecutableType signature =
        (ExecutableType) types.asMemberOf((DeclaredType) repository.asType(), method);
    List<ParameterDeclaration> parameters = parameters(method, signature, reader);
    boolean isCollected =
        parameters.stream().anyMatch(parameter -> RowReceiver.isCollector(parameter.type()));
    if (!method.getTypeParameters().isEmpty() && !isCollected) {
      return Checked.failed(generic(query, "`" + method.getSimpleName() + "`"));
    }
    JavaType returned = reader.readResult(signature.getReturnType());
    return Checked.of(new MethodDeclaration(
        method.getSimpleName().toString(),
        reader.typeParameters(signature),
        returned,
        isNullable(method),
        elements.isDeprecated(method),
        parameters,
        AnnotationValues.text(method, Key.class, "value"),
        reader.conversions().own(method, returned),
        batch(method),
        count(method),
        stringValue(query).orElse(""),
        query));
  }

  private static List<ParameterDeclaration> parameters(
      ExecutableElement method, ExecutableType signature, TypeReader reader) {
    List<ParameterDeclaration> parameters = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      TypeMirror type = signature.getParameterTypes().get(i);
      JavaType read = reader.read(type);
      parameters.add(new ParameterDeclaration(
          parameter.getSimpleName().toString(),
          RowReceiver.isReceiver(read) ? reader.readResult(type) : read,
          reader.conversions().own(parameter, read),
          ElementOrigin.of(parameter)));
    }
    return parameters;
  }

  private static Optional<CountQuery> count(ExecutableElement method) {
    return AnnotationValues.text(method, Query.class, "countQuery")
        .filter(sql -> !sql.isEmpty())
        .map(sql ->
            new CountQuery(sql, ElementOrigin.ofAnnotation(method, Query.class, "countQuery")));
  }

  private static Optional<BatchDeclaration> batch(ExecutableElement method) {
    return AnnotationValues.isPresent(method, Batch.class)
        ? Optional.of(new BatchDeclaration(
            AnnotationValues.number(method, Batch.class, "size").orElse(DEFAULT_CHUNK),
            AnnotationValues.constant(method, Batch.class, "commit")
                .equals(Optional.of(Batch.Commit.CHUNK.name())),
            ElementOrigin.ofAnnotation(method, Batch.class)))
        : Optional.empty();
  }

  /** Points at the repository when it inherits the method, perhaps from a class file, which has no lines. */
  private static Problem missingQuery(TypeElement repository, ExecutableElement method) {
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

  private static Problem generic(ElementOrigin origin, String name) {
    return Problem.of(ProblemCode.GENERIC_DECLARATION, origin, name + " has type parameters")
        .note("SQL is checked against concrete types")
        .help(
            "declare it for one type; a generic super-interface is fine when the repository fixes its parameters");
  }

  /** JSpecify's, and every other annotation that is called {@code Nullable}, on the method or on its type. */
  private static boolean isNullable(ExecutableElement method) {
    List<AnnotationMirror> all = new ArrayList<>(method.getAnnotationMirrors());
    all.addAll(method.getReturnType().getAnnotationMirrors());
    return all.stream()
        .anyMatch(a -> a.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
  }

  private static Optional<String> stringValue(ElementOrigin origin) {
    return origin.value().map(value -> value.getValue().toString());
  }
}
