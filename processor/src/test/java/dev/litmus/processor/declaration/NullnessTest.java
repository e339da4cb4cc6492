package dev.litmus.processor.declaration;

import static com.google.testing.compile.Compiler.javac;
import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there is room for null: {@code -} for a place that has none, {@code +} for one that has, {@code ?} for neither. */
class NullnessTest {

  private static final String IMPORTS = """
      import java.util.*;
      import org.jspecify.annotations.*;
      """;

  @Test
  void whatIsAnnotatedIsWhatItSays() {
    assertThat(read("""
            record Row(
                int id, @Nullable String a, @NonNull String b, String c, List<@Nullable String> d,
                Map<String, @NonNull List<@Nullable Long>> e, byte @Nullable [] f, byte[] g,
                Map.@Nullable Entry<String, String> h, List<? extends @Nullable String> i,
                List<? super @NonNull String> j, List<?> k, @Nullable byte[] l, @Nullable String[] m) {}
            """))
        .containsExactlyEntriesOf(new TreeMap<>(Map.ofEntries(
            Map.entry("Row.id", "-"),
            Map.entry("Row.a", "+"),
            Map.entry("Row.b", "-"),
            Map.entry("Row.c", "?"),
            Map.entry("Row.d", "?<+>"),
            Map.entry("Row.e", "?<?, -<+>>"),
            Map.entry("Row.f", "+"),
            Map.entry("Row.g", "?"),
            Map.entry("Row.h", "+<?, ?>"),
            Map.entry("Row.i", "?<+>"),
            Map.entry("Row.j", "?<->"),
            Map.entry("Row.k", "?<?>"),
            Map.entry("Row.l", "+"),
            Map.entry("Row.m", "?"))));
  }

  @Test
  void whereAllIsMarkedNoAnnotationMeansNotNull() {
    assertThat(read("""
            @NullMarked
            class Outer<T> {
              record Row<V>(
                  String a, @Nullable String b, List<String> c, byte[] d, V e, @Nullable V f, List<?> g) {}
              Outer(@Nullable String g, String h, T i) {}
              @Nullable String find(String key) { return null; }
              Optional<T> all(List<? extends String> keys) { return null; }
              @NullUnmarked String unmarked(String key) { return null; }
              @NullUnmarked static class Inner {
                Inner(String a) {}
                @NullMarked Inner(String b, String c) {}
              }
            }
            """))
        .containsExactlyEntriesOf(new TreeMap<>(Map.ofEntries(
            Map.entry("Row.a", "-"),
            Map.entry("Row.b", "+"),
            Map.entry("Row.c", "-<->"),
            Map.entry("Row.d", "-"),
            Map.entry("Row.e", "?"),
            Map.entry("Row.f", "+"),
            Map.entry("Row.g", "-<?>"),
            Map.entry("Outer(g)", "+"),
            Map.entry("Outer(h)", "-"),
            Map.entry("Outer(i)", "?"),
            Map.entry("find", "+"),
            Map.entry("find(key)", "-"),
            Map.entry("all", "-<?>"),
            Map.entry("all(keys)", "-<->"),
            Map.entry("unmarked", "?"),
            Map.entry("unmarked(key)", "?"),
            Map.entry("Inner(a)", "?"),
            Map.entry("Inner(b)", "-"),
            Map.entry("Inner(c)", "-"))));
  }

  @Test
  void aMarkedPackageIsAScope() {
    assertThat(read(
            forSourceString(
                "marked.package-info", "@org.jspecify.annotations.NullMarked package marked;"),
            forSourceString("marked.Row", "package marked; record Row(String a) {}")))
        .containsExactly(Map.entry("Row.a", "-"));
  }

  @Test
  void aMarkedModuleIsAScope(@TempDir Path sources) throws Exception {
    String jspecify = Path.of(
            NullMarked.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
    Reading reading = new Reading();
    Files.createDirectory(sources.resolve("p"));
    List<Path> files = List.of(
        Files.writeString(
            sources.resolve("module-info.java"),
            "@org.jspecify.annotations.NullMarked module m { requires org.jspecify; }"),
        Files.writeString(sources.resolve("p/Row.java"), "package p; record Row(String a) {}"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task = compiler.getTask(
          null,
          manager,
          null,
          List.of("-proc:only", "--module-path", jspecify),
          null,
          manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(List.of(reading));
      assertThat(task.call()).isTrue();
    }

    assertThat(reading.found).containsExactly(Map.entry("Row.a", "-"));
  }

  @Test
  void annotationsOfDeclarationsCountByTheirNames() {
    assertThat(read(
            annotation("Nullable", "METHOD, PARAMETER, FIELD"),
            annotation("NotNull", "METHOD, PARAMETER, FIELD"),
            annotation("Nonnull", "METHOD, PARAMETER, FIELD"),
            forSourceString("own.Row", """
                package own;
                class Outer {
                  record Row(
                      @Nullable String a, @NotNull String b, String c, @Nonnull String d,
                      @Nullable java.util.List<String> e) {
                    public String c() { return c; }
                    @Nullable String c(int length) { return null; }
                  }
                  @Nullable String find(@NotNull String key) { return null; }
                }
                """)))
        .containsExactlyEntriesOf(new TreeMap<>(Map.of(
            "Row.a",
            "+",
            "Row.b",
            "-",
            "Row.c",
            "?",
            "Row.d",
            "-",
            "Row.e",
            "+<?>",
            "find",
            "+",
            "find(key)",
            "-")));
  }

  /** A compiler before 22 does not say that {@code b} is annotated: then {@code a} is not known either. */
  @Test
  void ofClassFilesOnlyWhatTheCompilerPassesOnIsBelieved(@TempDir Path library) throws Exception {
    Compilation compiled = javac()
        .compile(forSourceString(
            "lib.Row",
            "package lib;" + IMPORTS
                + "@NullMarked public record Row(String a, @Nullable String b, int c) {}"));
    for (JavaFileObject file : compiled.generatedFiles()) {
      Files.createDirectories(library.resolve("lib"));
      try (InputStream in = file.openInputStream()) {
        Files.copy(in, library.resolve("lib/Row.class"));
      }
    }
    Reading reading = new Reading("lib.Row");
    Compilation compilation = javac()
        .withClasspath(classPathWith(library))
        .withProcessors(reading)
        .compile(forSourceString("Any", "class Any {}"));
    assertThat(compilation.errors()).isEmpty();
    boolean passedOn = Runtime.version().feature() >= 22;
    assertThat(reading.found)
        .containsExactlyEntriesOf(new TreeMap<>(
            Map.of("Row.a", passedOn ? "-" : "?", "Row.b", passedOn ? "+" : "?", "Row.c", "-")));
  }

  private static List<File> classPathWith(Path library) {
    return Stream.concat(
            Stream.of(library),
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of))
        .map(Path::toFile)
        .toList();
  }

  private static JavaFileObject annotation(String name, String targets) {
    return forSourceString(
        "own." + name,
        "package own; import static java.lang.annotation.ElementType.*;"
            + "@java.lang.annotation.Target({" + targets + "}) @interface " + name + " {}");
  }

  private static Map<String, String> read(String source) {
    return read(forSourceString("Source", IMPORTS + source));
  }

  private static Map<String, String> read(JavaFileObject... sources) {
    Reading reading = new Reading();
    Compilation compilation =
        javac().withOptions("-proc:only").withProcessors(reading).compile(sources);
    assertThat(compilation.errors()).isEmpty();
    return reading.found;
  }

  /** Reads every record, constructor with parameters and method of a compilation, or of one class. */
  private static final class Reading extends AbstractProcessor {

    private final List<String> classes;
    private final Map<String, String> found = new TreeMap<>();

    Reading(String... classes) {
      this.classes = List.of(classes);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      SourceTypes sources = new SourceTypes();
      sources.add(round.getRootElements());
      NullnessReader reader = new NullnessReader(sources);
      if (round.processingOver()) {
        return false;
      }
      if (classes.isEmpty()) {
        ElementFilter.typesIn(round.getRootElements()).forEach(type -> read(reader, type));
      }
      classes.forEach(name -> read(reader, processingEnv.getElementUtils().getTypeElement(name)));
      return false;
    }

    private void read(NullnessReader reader, TypeElement type) {
      type.getRecordComponents()
          .forEach(component -> found.put(
              type.getSimpleName() + "." + component.getSimpleName(), text(reader.of(component))));
      ElementFilter.typesIn(type.getEnclosedElements()).forEach(inner -> read(reader, inner));
      if (type.getKind() == ElementKind.RECORD || type.getKind() == ElementKind.ANNOTATION_TYPE) {
        return;
      }
      for (Element member : type.getEnclosedElements()) {
        if (member instanceof ExecutableElement executable) {
          String name = member.getKind() == ElementKind.CONSTRUCTOR
              ? type.getSimpleName().toString()
              : member.getSimpleName().toString();
          if (member.getKind() == ElementKind.METHOD) {
            found.put(name, text(reader.ofResult(executable)));
          }
          executable
              .getParameters()
              .forEach(parameter -> found.put(
                  name + "(" + parameter.getSimpleName() + ")", text(reader.of(parameter))));
        }
      }
    }

    private static String text(TypeNullness nullness) {
      String itself = switch (nullness.itself()) {
        case NOT_NULL -> "-";
        case NULLABLE -> "+";
        case UNSPECIFIED -> "?";
      };
      return nullness.arguments().isEmpty()
          ? itself
          : nullness.arguments().stream()
              .map(Reading::text)
              .collect(Collectors.joining(", ", itself + "<", ">"));
    }
  }
}
