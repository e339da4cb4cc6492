package dev.litmus.benchmarks.compiling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources and migrations in a folder, and their compilation. Not for several threads. */
public final class GeneratedProject {

  private final Path folder;
  private final List<Path> sources = new ArrayList<>();
  private int compilations;

  /** An empty project in an empty folder. */
  public GeneratedProject(Path folder) {
    this.folder = folder;
  }

  /** Writes a class of the package {@code project}. */
  public void source(String name, String text) throws IOException {
    Path folders = Files.createDirectories(folder.resolve("sources/project"));
    sources.add(Files.writeString(folders.resolve(name + ".java"), "package project;\n" + text));
  }

  /** Adds a source that is there already, where its compilation wrote it. */
  private void source(Path file) {
    sources.add(file);
  }

  /** Its files, those that were written for it first. */
  List<Path> sources() {
    return List.copyOf(sources);
  }

  /** Writes a migration. */
  public void migration(String schema, int version, String sql) throws IOException {
    Path place = Files.createDirectories(migrations().resolve(schema));
    Files.writeString(
        place.resolve(String.format(Locale.ROOT, "%04d_step.sql", version)),
        "-- Up\n" + sql + "\n");
  }

  /**
   * The same project as if the processors' work had been done by hand: what they write is among its sources.
   *
   * @param place an empty folder
   */
  GeneratedProject written(Path place, List<Processor> processors) throws IOException {
    Path classes = compile(processors);
    GeneratedProject written = new GeneratedProject(place);
    sources.forEach(written::source);
    try (Stream<Path> generated = Files.walk(generated(classes))) {
      generated.filter(file -> file.toString().endsWith(".java")).sorted().forEach(written::source);
    }
    return written;
  }

  /**
   * Compiles it in this JVM.
   *
   * @param processors none for javac alone
   * @return the folder of the classes, a new one each time
   */
  public Path compile(List<Processor> processors) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path classes = newFolder();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task = compiler.getTask(
          null,
          files,
          null,
          options(classes, processors),
          null,
          files.getJavaFileObjectsFromPaths(sources));
      if (!processors.isEmpty()) {
        task.setProcessors(processors);
      }
      if (!task.call()) {
        throw new IllegalStateException("what was generated does not compile: " + folder);
      }
    }
    return classes;
  }

  /**
   * Compiles it by a new process, the javac of this JVM's JDK.
   *
   * @param processors none for javac alone
   */
  void compileAnew(List<Processor> processors) throws IOException, InterruptedException {
    Path classes = newFolder();
    List<String> arguments = new ArrayList<>(options(classes, processors));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    if (!processors.isEmpty()) {
      arguments.add("-processor");
      arguments.add(processors.stream()
          .map(processor -> processor.getClass().getName())
          .collect(Collectors.joining(",")));
    }
    sources.forEach(source -> arguments.add(source.toString()));
    Path file = Files.write(
        classes.resolve("arguments"),
        arguments.stream().map(GeneratedProject::quoted).toList());
    Path output = classes.resolve("output");
    Process javac = new ProcessBuilder(
            Path.of(System.getProperty("java.home", ""), "bin", "javac").toString(),
            "-J--enable-native-access=ALL-UNNAMED",
            "@" + file)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    if (javac.waitFor() != 0) {
      throw new IllegalStateException("javac failed: " + Files.readString(output));
    }
  }

  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\") + '"';
  }

  private Path newFolder() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes-" + compilations++));
    Files.createDirectories(generated(classes));
    return classes;
  }

  private static Path generated(Path classes) {
    return classes.resolveSibling(classes.getFileName() + "-generated");
  }

  private List<String> options(Path classes, List<Processor> processors) {
    List<String> all = new ArrayList<>(List.of(
        "-parameters", "-d", classes.toString(), "-s", generated(classes).toString()));
    if (processors.isEmpty()) {
      all.add("-proc:none");
    } else if (Files.exists(migrations())) {
      all.add("-Alitmus.migrations=" + migrations());
    }
    return all;
  }

  private Path migrations() {
    return folder.resolve("migrations");
  }
}
