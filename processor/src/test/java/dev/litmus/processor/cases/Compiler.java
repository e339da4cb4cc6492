package dev.litmus.processor.cases;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import dev.litmus.processor.LitmusProcessor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Compiles a case with the processor, and runs what came out. */
final class Compiler {

  /** As strict as a user's build may be: a warning in generated code is an error. */
  private static final List<String> STRICT =
      List.of("--release", "17", "-parameters", "-Xlint:all,-processing", "-Werror");

  private Compiler() {}

  /** Without {@code -Werror}, which would say so once more: both kinds of cases look at warnings themselves. */
  static Compilation compile(Case given, Path directory) throws IOException {
    List<String> options = new ArrayList<>(STRICT);
    options.remove("-Werror");
    options.addAll(given.options());
    com.google.testing.compile.Compiler compiler =
        javac().withOptions(options.toArray()).withProcessors(new LitmusProcessor());
    if (!given.library().isEmpty()) {
      Path library = Files.createDirectory(directory.resolve("library"));
      write(javac().compile(sources(given.library())), library);
      compiler = compiler.withClasspath(Stream.concat(
              Stream.of(library),
              Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                  .map(Path::of))
          .map(Path::toFile)
          .toList());
    }
    return compiler.compile(sources(given.sources()));
  }

  static Compilation compile(List<Path> sources, Path migrations) {
    return compile(sources(sources), List.of("-Alitmus.migrations=" + migrations.toAbsolutePath()));
  }

  static Compilation compile(List<JavaFileObject> sources, List<String> options) {
    return javac()
        .withOptions(Stream.concat(STRICT.stream(), options.stream()).toArray())
        .withProcessors(new LitmusProcessor())
        .compile(sources);
  }

  private static List<JavaFileObject> sources(List<Path> paths) {
    return paths.stream().map(Compiler::source).toList();
  }

  private static JavaFileObject source(Path path) {
    try {
      return com.google.testing.compile.JavaFileObjects.forResource(path.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Diagnosed> diagnostics(Compilation compilation) {
    return Stream.concat(compilation.errors().stream(), compilation.warnings().stream())
        .map(Diagnosed::of)
        .sorted(Comparator.comparing(Diagnosed::file).thenComparing(Diagnosed::line))
        .toList();
  }

  static List<String> errors(Compilation compilation) {
    List<String> all = new ArrayList<>();
    compilation.diagnostics().forEach(diagnostic -> all.add(diagnostic.toString()));
    return all;
  }

  static String generatedSource(Compilation compilation, String fileName) throws IOException {
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      if (file.getName().endsWith("/" + fileName)) {
        return CaseTest.text(file);
      }
    }
    throw new AssertionError("no " + fileName + " among " + compilation.generatedSourceFiles());
  }

  /** Returns what a compilation made; a file that was only looked for is listed too, and not there. */
  static List<JavaFileObject> generated(Compilation compilation) {
    return compilation.generatedFiles().stream().filter(Compiler::exists).toList();
  }

  private static boolean exists(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return in != null;
    } catch (IOException e) {
      return false;
    }
  }

  /** Writes what a compilation made into a folder: classes and resources. */
  static void write(Compilation compilation, Path classes) throws IOException {
    for (JavaFileObject file : generated(compilation)) {
      String location = "/" + StandardLocation.CLASS_OUTPUT + "/";
      if (file.getName().startsWith(location)) {
        Path target = classes.resolve(file.getName().substring(location.length()));
        Files.createDirectories(target.getParent());
        try (InputStream in = file.openInputStream()) {
          Files.copy(in, target);
        }
      }
    }
  }

  /** Calls {@code run(Path)} of a compiled class, in a class loader of its own that also has the generated resources. */
  static void run(Compilation compilation, String className, Path directory) throws Exception {
    Path classes = Files.createDirectory(directory.resolve("classes"));
    write(compilation, classes);
    URL library = directory.resolve("library").toUri().toURL();
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL(), library}, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      Class.forName(className, true, loader)
          .getMethod("run", Path.class)
          .invoke(null, directory.resolve("databases"));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
