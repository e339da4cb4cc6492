package dev.litmus.processor.declaration;

import dev.litmus.annotations.AtMostOne;
import dev.litmus.annotations.Converter;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads an annotated interface; the door to the compiler's elements. */
public final class DeclarationReader {

  private static final String GENERATED = "javax.annotation.processing.Generated";

  private final Elements elements;
  private final Types types;
  private final RepositoryMethods methods;
  private final QueryReader queries;
  private final Map<JavaType, Conversion> converters = new LinkedHashMap<>();
  private final SourceTypes sources = new SourceTypes();
  private final NullnessReader nullness = new NullnessReader(sources);

  public DeclarationReader(Elements elements, Types types, QueryFiles files) {
    this.elements = elements;
    this.types = types;
    this.methods = new RepositoryMethods(elements, types);
    this.queries = new QueryReader(elements, files);
  }

  /** Learns which types are compiled here, before any of them is read. */
  public void compiles(Collection<? extends Element> roots) {
    sources.add(roots);
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

  /** Returns the problems of {@code @Allow} where nothing is checked, wherever that is. */
  public static List<Problem> idleAllowances(Collection<? extends Element> annotated) {
    return annotated.stream().flatMap(AllowReader::idle).toList();
  }

  /** Returns the problems of {@code @AtMostOne} on methods without a query. */
  public static List<Problem> idleAtMostOnes(Collection<ExecutableElement> annotated) {
    return annotated.stream()
        .filter(method -> !AnnotationValues.isPresent(method, Query.class))
        .map(method -> Problem.of(
                ProblemCode.UNUSED_AT_MOST_ONE,
                ElementOrigin.ofAnnotation(method, AtMostOne.class),
                "`" + method.getSimpleName() + "` is not a method with a query")
            .help("remove `@AtMostOne`"))
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
      ConversionReader reader = new TypeReader(elements, types, element, nullness).conversions();
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

  /** Returns the name of a repository's module; empty for code on the class path. */
  public Optional<String> moduleOf(TypeElement repository) {
    return ModuleReader.nameOf(elements, repository);
  }

  /**
   * Returns the factories that a module provides. To be asked when all sources are there: the compiler reports those of
   * generated classes as missing before.
   */
  public List<String> providedFactories(String module) {
    return ModuleReader.factories(elements, module);
  }

  public Checked<RepositoryDeclaration> read(TypeElement element) {
    ElementOrigin origin = ElementOrigin.ofAnnotation(element, Database.class);
    TypeReader typeReader = new TypeReader(elements, types, element, nullness);
    JavaType.Declared type = (JavaType.Declared) typeReader.read(element.asType());
    Optional<Problem> unfit = unfit(element, origin, RepositoryDeclaration.implementationOf(type));
    if (unfit.isPresent()) {
      return Checked.failed(unfit.get());
    }
    MethodReader methodReader =
        new MethodReader(elements, types, sources, element, queries, typeReader);
    TransactionalReader transactional = new TransactionalReader(elements, types, typeReader);
    List<Problem> problems = new ArrayList<>();
    List<MethodDeclaration> read = new ArrayList<>();
    List<TransactionalDeclaration> transactions = new ArrayList<>();
    List<ExecutableElement> all = methods.of(element);
    for (ExecutableElement method : all) {
      Checked<MethodDeclaration> query = methodReader.read(method);
      problems.addAll(query.problems());
      query.value().ifPresent(read::add);
      Optional<TransactionalDeclaration> transaction = transactional.read(element, method);
      transaction.flatMap(t -> methodReader.invisibleIn(method)).ifPresent(problems::add);
      transaction.ifPresent(transactions::add);
    }
    problems.addAll(typeReader.conversions().problems());
    String database = origin.value().map(value -> value.getValue().toString()).orElse("");
    return Checked.of(
        new RepositoryDeclaration(
            type,
            ModuleReader.nameOf(elements, element),
            database,
            origin,
            read,
            transactions,
            typeReader.known(converters),
            AllowReader.read(element, all),
            members(element, typeReader)),
        problems);
  }

  /** Returns why there can be no implementation, whatever the methods are. */
  private Optional<Problem> unfit(
      TypeElement element, ElementOrigin origin, String implementation) {
    String name = "`" + element.getSimpleName() + "`";
    if (element.getKind() != ElementKind.INTERFACE) {
      return Optional.of(
          Problem.of(ProblemCode.NOT_AN_INTERFACE, origin, name + " is not an interface")
              .help("make it an interface; its implementation is generated"));
    }
    if (!element.getTypeParameters().isEmpty()) {
      return Optional.of(generic(ElementOrigin.of(element), name));
    }
    Optional<TypeElement> hidden =
        new Visibility(elements, elements.getPackageOf(element)).hidden(element);
    if (hidden.isPresent()) {
      return Optional.of(invisible(
          origin, hidden.get(), "the implementation of " + name + " is a class of its own"));
    }
    boolean permitted = !element.getModifiers().contains(Modifier.SEALED)
        || element.getPermittedSubclasses().stream()
            .map(types::asElement)
            .anyMatch(permit -> permit.getSimpleName().contentEquals(implementation));
    return permitted ? Optional.empty() : Optional.of(sealed(origin, name, implementation));
  }

  private RepositoryDeclaration.Members members(TypeElement repository, TypeReader reader) {
    List<? extends Element> all = elements.getAllMembers(repository);
    // A named module sees the compiler's annotations only when it asks for java.compiler.
    boolean seesGenerated =
        elements.getTypeElement(elements.getModuleOf(repository), GENERATED) != null;
    Set<String> hiding = new HashSet<>(names(ElementFilter.typesIn(all)));
    hiding.addAll(names(ElementFilter.fieldsIn(all)));
    return new RepositoryDeclaration.Members(
        hiding,
        names(ElementFilter.methodsIn(all)),
        hidesJavaLang(elements, repository),
        seesGenerated,
        warnings(repository, reader));
  }

  /** A class that is exported names an interface that is not, so that the service loader finds it. */
  private static List<String> warnings(TypeElement repository, TypeReader reader) {
    List<String> warnings = new ArrayList<>(reader.warnings());
    boolean isExported = true;
    for (Element at = repository; at instanceof TypeElement; at = at.getEnclosingElement()) {
      isExported &= at.getModifiers().contains(Modifier.PUBLIC);
    }
    if (!isExported) {
      warnings.add("exports");
    }
    return warnings;
  }

  /** A type of the same package comes before one of {@code java.lang} that has its name. */
  static boolean hidesJavaLang(Elements elements, TypeElement repository) {
    Set<String> own = names(elements.getPackageOf(repository).getEnclosedElements());
    // Eclipse's compiler finds a package by its types, but not by its name.
    Element language = elements.getPackageOf(elements.getTypeElement("java.lang.Object"));
    return names(language.getEnclosedElements()).stream().anyMatch(own::contains);
  }

  private static Set<String> names(Collection<? extends Element> elements) {
    return elements.stream()
        .map(element -> element.getSimpleName().toString())
        .collect(Collectors.toSet());
  }

  static Problem generic(Origin origin, String name) {
    return Problem.of(ProblemCode.GENERIC_DECLARATION, origin, name + " has type parameters")
        .note("SQL is checked against concrete types")
        .help(
            "declare it for one type; a generic super-interface is fine when the repository fixes its parameters");
  }

  static Problem invisible(ElementOrigin origin, TypeElement hidden, String reason) {
    boolean isPrivate = hidden.getModifiers().contains(Modifier.PRIVATE);
    String name = "`" + hidden.getSimpleName() + "`";
    return Problem.of(
            ProblemCode.INVISIBLE_TYPE,
            origin,
            name + (isPrivate ? " is private" : " is not visible in this package"))
        .note(reason)
        .help(isPrivate ? "remove `private` from " + name : "make " + name + " public");
  }

  private static Problem sealed(ElementOrigin origin, String name, String implementation) {
    return Problem.of(
            ProblemCode.SEALED_REPOSITORY,
            origin,
            name + " is sealed, and does not permit its implementation")
        .help("add `permits " + implementation + "`, or remove `sealed`");
  }
}
