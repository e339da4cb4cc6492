package dev.litmus.benchmarks.compiling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources and migrations in a folder, and their compilation in this JVM. Not for several threads. */
public final class GeneratedProject {

  private final Path folder;
  private final List<Path> sources = new ArrayList<>();
  private final List<String> options = new ArrayList<>(List.of("-parameters"));
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

  /** Adds a file that is there already. */
  void source(Path file) {
    sources.add(file);
  }

  /** Writes a migration. */
  public void migration(String schema, int version, String sql) throws IOException {
    Path migrations = Files.createDirectories(folder.resolve("migrations").resolve(schema));
    Files.writeString(
        migrations.resolve(String.format("%04d_step.sql", version)), "-- Up\n" + sql + "\n");
    if (options.stream().noneMatch(option -> option.startsWith("-Alitmus"))) {
      options.add("-Alitmus.migrations=" + folder.resolve("migrations"));
    }
  }

  /** What javac is told, the output apart. */
  List<String> options() {
    return List.copyOf(options);
  }

  List<Path> sources() {
    return List.copyOf(sources);
  }

  /**
   * Compiles it.
   *
   * @param processors null for none
   * @return the folder of the classes, a new one each time
   */
  public Path compile(List<Processor> processors) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path classes = Files.createDirectories(folder.resolve("classes-" + compilations++));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> all = new ArrayList<>(options);
      all.addAll(List.of("-d", classes.toString()));
      if (processors.isEmpty()) {
        all.removeIf(option -> option.startsWith("-A"));
        all.add("-proc:none");
      }
      JavaCompiler.CompilationTask task = compiler.getTask(
          null, files, null, all, null, files.getJavaFileObjectsFromPaths(sources));
      if (!processors.isEmpty()) {
        task.setProcessors(processors);
      }
      if (!task.call()) {
        throw new IllegalStateException("what was generated does not compile: " + folder);
      }
    }
    return classes;
  }
}
