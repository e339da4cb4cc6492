package dev.litmus.processor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.litmus.processor.analysis.EarlierVersions;
import dev.litmus.processor.declaration.AnnotationReader;
import dev.litmus.processor.declaration.DeclarationReader;
import dev.litmus.processor.declaration.ElementOrigin;
import dev.litmus.processor.declaration.FunctionReader;
import dev.litmus.processor.declaration.JavaType;
import dev.litmus.processor.declaration.QueryFiles;
import dev.litmus.processor.declaration.RepositoryDeclaration;
import dev.litmus.processor.diff.Snapshot;
import dev.litmus.processor.evolution.MigrationProofs;
import dev.litmus.processor.generate.GeneratedSource;
import dev.litmus.processor.generate.ImplementationGenerator;
import dev.litmus.processor.model.AddedAnnotations;
import dev.litmus.processor.model.RepositoryModel;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.rule.AllowRule;
import dev.litmus.processor.rule.ProvidesRule;
import dev.litmus.processor.schema.MigrationPlaces;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaCatalog;
import dev.litmus.processor.schema.SchemaSources;
import dev.litmus.processor.schema.ScriptPlace;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** One run of the compiler: its options, its schemas, and what is to be written at its end. */
final class Compilation {

  private final boolean refute;
  private final int rolling;
  private final Map<String, EarlierVersions> earlier = new HashMap<>();
  private final Optional<Path> snapshot;
  private final Set<String> snapshotsSeen = new HashSet<>();
  private final DeclarationReader reader;
  private final ProblemReporter reporter;
  private final OutputFiles output;
  private final Optional<SchemaCatalog> schemas;
  private final Optional<AddedAnnotations> annotations;
  private final List<GeneratedSource> sources = new ArrayList<>();
  private final List<TypeElement> converters = new ArrayList<>();
  private final List<RepositoryDeclaration> inModule = new ArrayList<>();
  private final Elements elements;
  private final Map<Optional<String>, Boolean> fits = new HashMap<>();
  private final FunctionCompiler functions;
  private final Set<String> proven = new HashSet<>();
  private boolean remembersConverters;
  private boolean remembersFunctions;

  private Compilation(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.functions =
        new FunctionCompiler(environment.getElementUtils(), environment.getTypeUtils());
    this.output = new OutputFiles(environment.getFiler(), environment.getElementUtils());
    Checked<Options> options = Options.read(environment.getOptions());
    boolean notes = options.value().filter(Options::notes).isPresent();
    refute = options.value().filter(Options::refute).isPresent();
    rolling = options.value().map(Options::rolling).orElse(0);
    snapshot = options.value().flatMap(Options::snapshot);
    this.reporter = new ProblemReporter(environment.getMessager(), notes);
    reporter.report(options.problems());
    this.reader = new DeclarationReader(
        environment.getElementUtils(),
        environment.getTypeUtils(),
        new QueryFiles(
            Resources.queries(environment.getFiler(), options.value().flatMap(Options::queries))));
    Checked<AddedAnnotations> added = options.value().isPresent()
        ? annotations(environment, options.value().get())
        : Checked.failed(List.of());
    reporter.report(added.problems());
    this.annotations = added.value();
    this.schemas =
        options.value().map(given -> new SchemaCatalog(sources(environment, given), functions::of));
  }

  private static SchemaSources sources(ProcessingEnvironment environment, Options options) {
    return options.schema().isPresent()
        ? new ScriptPlace(options.schema().get())
        : new MigrationPlaces(options.migrations(), Resources.places(environment.getFiler()));
  }

  static Compilation begin(ProcessingEnvironment environment) {
    return new Compilation(environment);
  }

  private static Checked<AddedAnnotations> annotations(
      ProcessingEnvironment environment, Options options) {
    AnnotationReader reader = new AnnotationReader(
        environment.getElementUtils(), environment.getTypeUtils(), Options.ORIGIN);
    Checked<List<JavaType.Declared>> onClass =
        reader.read(options.annotations(), Options.ANNOTATIONS, ElementType.TYPE);
    Checked<List<JavaType.Declared>> onConstructor = reader.read(
        options.constructorAnnotations(), Options.CONSTRUCTOR_ANNOTATIONS, ElementType.CONSTRUCTOR);
    List<Problem> problems = new ArrayList<>(onClass.problems());
    problems.addAll(onConstructor.problems());
    return problems.isEmpty()
        ? Checked.of(new AddedAnnotations(
            onClass.value().orElseThrow(), onConstructor.value().orElseThrow()))
        : Checked.failed(problems);
  }

  /** Learns which types are compiled here, before any of them is read. */
  void compiles(Collection<? extends Element> roots) {
    reader.compiles(roots);
  }

  boolean isComplete(TypeElement repository) {
    return reader.isComplete(repository);
  }

  /** Checks one repository and, when nothing is wrong, writes its implementation. */
  void compile(TypeElement element) {
    if (schemas.isEmpty() || annotations.isEmpty() || !fits(element)) {
      return;
    }
    try {
      addRememberedConverters();
      addRememberedFunctions(element);
      Checked<GeneratedSource> source = compile(element, schemas.get(), annotations.get());
      reporter.report(source.problems());
      if (source.value().isPresent() && !Problem.anyError(source.problems())) {
        output.write(source.value().get(), element);
        sources.add(source.value().get());
      }
    } catch (FilerException e) {
      reporter.report(List.of(takenName(element)));
    } catch (SQLException | IOException | RuntimeException e) {
      Origin origin = ElementOrigin.of(element);
      reporter.report(
          List.of(InternalBug.of(origin, "compiling `" + element.getSimpleName() + "`", e)));
    }
  }

  /** Whether the other parts of Litmus fit; asked and reported once for each module. */
  private boolean fits(TypeElement element) {
    return fits.computeIfAbsent(reader.moduleOf(element), module -> {
      Optional<Problem> problem = Parts.check(elements, element);
      reporter.report(problem.stream().toList());
      return problem.isEmpty();
    });
  }

  /** Takes converters for the repositories to come. */
  void addConverters(Collection<TypeElement> annotated) {
    reporter.report(reader.addConverters(annotated));
    converters.addAll(annotated);
  }

  /** Takes functions for the schemas to come, and writes what registers them. */
  void addFunctions(Collection<? extends Element> annotated, Collection<TypeElement> repositories) {
    Origin origin =
        annotated.stream().findFirst().<Origin>map(ElementOrigin::of).orElse(Options.ORIGIN);
    try {
      reporter.report(functions.compile(annotated, output));
      for (TypeElement repository : repositories) {
        reporter.report(functions.takeCompiled(
            FunctionReader.named(repository), FunctionReader.placeOf(repository)));
      }
    } catch (SQLException | IOException | RuntimeException e) {
      reporter.report(List.of(InternalBug.of(origin, "reading functions", e)));
    }
  }

  /** Reports every {@code @Transactional} that would do nothing, also outside repositories. */
  void checkTransactions(Collection<ExecutableElement> annotated) {
    reporter.report(DeclarationReader.misplacedTransactions(annotated));
  }

  /** Reports every {@code @Allow} where nothing is checked, also outside repositories. */
  void checkAllowances(Collection<? extends Element> annotated) {
    reporter.report(DeclarationReader.idleAllowances(annotated));
  }

  /** Reports every {@code @AtMostOne} on a method without a query, also outside repositories. */
  void checkAtMostOnes(Collection<ExecutableElement> annotated) {
    reporter.report(DeclarationReader.idleAtMostOnes(annotated));
  }

  /** Takes those that an earlier, incremental compilation has seen, unless they are compiled again. */
  private void addRememberedConverters() throws IOException {
    if (!remembersConverters) {
      remembersConverters = true;
      List<TypeElement> others = output.remembered().stream()
          .filter(converter -> !converters.contains(converter))
          .filter(DeclarationReader::isConverter)
          .toList();
      reporter.report(reader.addConverters(others));
    }
  }

  /** What has no functions any more is no problem of those who use others. */
  private void addRememberedFunctions(TypeElement repository) throws IOException, SQLException {
    if (!remembersFunctions) {
      remembersFunctions = true;
      functions.takeCompiled(
          output.rememberedFunctions().stream().filter(FunctionReader::isHolder).toList(),
          FunctionReader.placeOf(repository));
    }
  }

  private static Problem takenName(TypeElement repository) {
    return Problem.of(
            ProblemCode.TAKEN_NAME,
            ElementOrigin.of(repository),
            "the implementation of `" + repository.getSimpleName()
                + "` has the name of a class that exists")
        .help(
            "give that class another name; a generated one is called like its interface, with `Impl` appended");
  }

  private Checked<GeneratedSource> compile(
      TypeElement element, SchemaCatalog catalog, AddedAnnotations added)
      throws SQLException, IOException {
    Checked<RepositoryDeclaration> declaration = reader.read(element);
    if (declaration.value().isEmpty()) {
      return Checked.failed(declaration.problems());
    }
    RepositoryDeclaration repository = declaration.value().get();
    Checked<Schema> schema = catalog.schema(repository.database(), repository.origin());
    if (schema.value().isPresent() && proven.add(repository.database())) {
      // Not with what @Allow may take away: nobody can annotate a migration.
      reporter.report(MigrationProofs.of(schema.value().get(), repository.origin()));
    }
    List<Problem> problems = new ArrayList<>(declaration.problems());
    problems.addAll(schema.problems());
    if (schema.value().isEmpty()) {
      return Checked.failed(problems);
    }
    problems.addAll(differingSnapshot(schema.value().get(), repository.origin()));
    Checked<RepositoryModel> model = RepositoryCompiler.compile(
        schema.value().get(),
        catalog.neighboursOf(repository.database()),
        earlier(schema.value().get(), repository.origin()),
        repository,
        refute);
    problems.addAll(model.problems());
    if (repository.module().isPresent()) {
      inModule.add(repository);
    }
    List<Problem> remaining = AllowRule.apply(repository, problems);
    return Problem.anyError(remaining)
        ? Checked.failed(remaining)
        : Checked.of(
            ImplementationGenerator.generate(model.value().orElseThrow(), added), remaining);
  }

  private EarlierVersions earlier(Schema schema, Origin origin) throws SQLException, IOException {
    EarlierVersions known = earlier.get(schema.name());
    if (known == null) {
      known = new EarlierVersions(schema.earlier(rolling, origin));
      earlier.put(schema.name(), known);
    }
    return known;
  }

  /** Compared for the first repository of a schema: one cause is one error. */
  private List<Problem> differingSnapshot(Schema schema, Origin origin) throws SQLException {
    return snapshot.isPresent() && snapshotsSeen.add(schema.name())
        ? Snapshot.check(schema, snapshot.get(), origin).stream().toList()
        : List.of();
  }

  /** A compilation has several modules only when it was given a module source path. */
  private List<Problem> missingProvides() {
    return inModule.stream()
        .collect(groupingBy(in -> in.module().orElseThrow(), TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(module -> ProvidesRule.check(
            module.getKey(), reader.providedFactories(module.getKey()), module.getValue()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Writes what belongs to all repositories together, and lets go of the schemas. */
  void finish(boolean failed) {
    try (SchemaCatalog catalog = schemas.orElse(null)) {
      for (EarlierVersions versions : earlier.values()) {
        versions.close();
      }
      if (!failed && !converters.isEmpty()) {
        output.remember(converters);
      }
      if (!failed && !functions.seen().isEmpty()) {
        output.rememberFunctions(functions.seen());
      }
      if (!failed && !functions.sources().isEmpty()) {
        output.registerFunctions(functions.sources());
      }
      if (!failed) {
        reporter.report(missingProvides());
        reporter.report(functions.missingProvides());
      }
      if (catalog != null && !failed && !sources.isEmpty()) {
        output.register(sources);
        output.embed(catalog.made());
      }
    } catch (SQLException | IOException | RuntimeException e) {
      reporter.report(List.of(InternalBug.of(Options.ORIGIN, "writing its files", e)));
    }
  }
}
