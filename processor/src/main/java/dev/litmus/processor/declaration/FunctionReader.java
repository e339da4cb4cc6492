package dev.litmus.processor.declaration;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.SqlAggregate;
import dev.litmus.annotations.SqlCollation;
import dev.litmus.annotations.SqlFunction;
import dev.litmus.processor.declaration.FunctionDeclaration.Body;
import dev.litmus.processor.declaration.FunctionDeclaration.Collation;
import dev.litmus.processor.declaration.FunctionDeclaration.Facts;
import dev.litmus.processor.declaration.FunctionDeclaration.Function;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.schema.ApplicationFunctions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads classes with functions and collations of SQL; a door to the compiler's elements. */
public final class FunctionReader {

  private final Elements elements;
  private final Types types;

  public FunctionReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Returns the classes that hold annotated methods, or are annotated themselves, each once. */
  public static List<TypeElement> holders(Collection<? extends Element> annotated) {
    Set<TypeElement> holders = new LinkedHashSet<>();
    for (Element element : annotated) {
      if (element instanceof TypeElement type) {
        holders.add(type);
      } else if (element.getEnclosingElement() instanceof TypeElement type) {
        holders.add(type);
      }
    }
    return List.copyOf(holders);
  }

  /** Tells whether {@code @Database} on a class says where functions belong, and does not make it a repository. */
  public static boolean isScope(TypeElement annotated) {
    return annotated.getKind() != ElementKind.INTERFACE && holdsFunctions(annotated);
  }

  private static boolean holdsFunctions(TypeElement type) {
    return isHolder(type)
        || ElementFilter.typesIn(type.getEnclosedElements()).stream()
            .anyMatch(FunctionReader::holdsFunctions);
  }

  /** Tells whether a class has something for {@link #read}. */
  public static boolean isHolder(TypeElement type) {
    return AnnotationValues.isPresent(type, SqlAggregate.class)
        || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .anyMatch(method -> AnnotationValues.isPresent(method, SqlFunction.class)
                || AnnotationValues.isPresent(method, SqlCollation.class));
  }

  /** Returns the classes that a repository names as having functions. */
  public static List<TypeElement> named(TypeElement repository) {
    return AnnotationValues.types(repository, Database.class, "functions").stream()
        .map(DeclaredType::asElement)
        .map(TypeElement.class::cast)
        .toList();
  }

  /** Reads the source of a class; what is wrong in it is reported, and its names are known all the same. */
  public Checked<FunctionDeclaration> read(TypeElement holder) {
    FunctionMethods methods = new FunctionMethods(elements, types, holder);
    Optional<Problem> hidden = methods.hidden();
    if (hidden.isPresent()) {
      return Checked.failed(hidden.get());
    }
    List<Problem> problems = new ArrayList<>();
    List<Function> functions = new ArrayList<>();
    List<Collation> collations = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(holder.getEnclosedElements())) {
      take(methods.function(method), functions, problems);
      take(methods.collation(method), collations, problems);
    }
    take(new AggregateReader(methods, holder).read(), functions, problems);
    return Checked.of(declaration(holder, functions, collations), problems);
  }

  private static <T> void take(Checked<T> read, List<T> all, List<Problem> problems) {
    read.value().ifPresent(all::add);
    problems.addAll(read.problems());
  }

  private FunctionDeclaration declaration(
      TypeElement holder, List<Function> functions, List<Collation> collations) {
    TypeReader reader =
        new TypeReader(elements, types, holder, new NullnessReader(new SourceTypes()));
    return new FunctionDeclaration(
        (JavaType.Declared) reader.read(holder.asType()),
        ModuleReader.nameOf(elements, holder),
        schemaOf(holder),
        ElementOrigin.of(holder),
        functions,
        collations,
        new Facts(
            elements.getTypeElement(
                    elements.getModuleOf(holder), "javax.annotation.processing.Generated")
                != null,
            DeclarationReader.hidesJavaLang(elements, holder),
            List.copyOf(reader.warnings())));
  }

  private static Optional<String> schemaOf(TypeElement holder) {
    for (Element at = holder; at instanceof TypeElement; at = at.getEnclosingElement()) {
      Optional<String> schema = AnnotationValues.text(at, Database.class, "value");
      if (schema.isPresent()) {
        return schema;
      }
    }
    return Optional.empty();
  }

  /**
   * Reads a class out of a class file, which the compiler may show without the annotations of types: what was generated for
   * it says what SQL sees.
   *
   * @param place what names the class, for messages
   */
  public Checked<FunctionDeclaration> readCompiled(TypeElement holder, ElementOrigin place) {
    JavaType.Declared type = (JavaType.Declared)
        new TypeReader(elements, types, holder, new NullnessReader(new SourceTypes()))
            .read(types.erasure(holder.asType()));
    String simple = FunctionDeclaration.registrationOf(type);
    String name = type.packageName().isEmpty() ? simple : type.packageName() + "." + simple;
    Optional<String> signatures = Optional.ofNullable(elements.getTypeElement(name)).stream()
        .flatMap(
            registration -> ElementFilter.fieldsIn(registration.getEnclosedElements()).stream())
        .filter(field -> field.getSimpleName().contentEquals("SIGNATURES"))
        .map(field -> String.valueOf(field.getConstantValue()))
        .findFirst();
    if (signatures.isEmpty()) {
      return Checked.failed(Problem.of(
              ProblemCode.INVALID_FUNCTION,
              place,
              "`" + type.text() + "` has no functions that were compiled")
          .note("there is no class `" + name + "`, which Litmus generates for one with functions")
          .help(
              "name a class with `@SqlFunction`, `@SqlAggregate` or `@SqlCollation`, whose module is"
                  + " compiled by Litmus too"));
    }
    ApplicationFunctions all = ApplicationFunctions.parseAll(signatures.get());
    return Checked.of(declaration(
        holder,
        all.functions().stream()
            .map(sql -> new Function(sql, Body.METHOD, "", List.of(), Optional.empty(), place))
            .toList(),
        all.collations().stream().map(each -> new Collation(each, "", place)).toList()));
  }

  /** Returns what a module provides to bring its functions to SQLite; to be asked when all sources are there. */
  public List<String> provided(String module) {
    return ModuleReader.registrations(elements, module);
  }

  /** Where {@code @Database} names classes with functions. */
  public static ElementOrigin placeOf(TypeElement repository) {
    return ElementOrigin.ofAnnotation(repository, Database.class, "functions");
  }

  static boolean isPrivate(Element element) {
    return element.getModifiers().contains(Modifier.PRIVATE);
  }

  static boolean returnsInt(ExecutableElement method) {
    return method.getReturnType().getKind() == TypeKind.INT;
  }
}
