package dev.litmus.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler runs the processor as well; it has to be told a folder for generated sources. */
class EclipseCompilerIT {

  /** Without the examples: javac has been there. */
  private static final String CLASS_PATH = Arrays.stream(
          System.getProperty("java.class.path").split(File.pathSeparator))
      .filter(entry -> !entry.matches(".*/(examples/target/classes|litmus-examples-[^/]*)"))
      .collect(Collectors.joining(File.pathSeparator));

  private static final Path EXAMPLES = Path.of("../examples").toAbsolutePath().normalize();

  @TempDir
  Path directory;

  private Project library;
  private final StringWriter messages = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    library = ReadmeProject.write(directory);
  }

  @Test
  void whatItCompilesRuns() throws Exception {
    assertThat(compile(library.path("src/main/java"), library.path("migrations")))
        .as(messages.toString())
        .isTrue();

    Installation litmus = Installation.get();
    library
        .java(
            "-cp",
            String.join(
                File.pathSeparator,
                directory.resolve("classes").toString(),
                litmus.jar("runtime").toString(),
                litmus.driver().toString()),
            "Main")
        .succeeds()
        .says("Book[id=1, title=Moby-Dick, pages=635]");
  }

  @Test
  void wrongSqlIsAnErrorAtTheQuery() throws Exception {
    library.replace("src/main/java/Books.java", "pages >= :least", "page >= :least");

    assertThat(compile(library.path("src/main/java"), library.path("migrations")))
        .isFalse();
    assertThat(messages.toString())
        .contains("[sql/unknown-column] table `books` has no column `page`")
        .contains("help: did you mean `pages`?")
        .contains("@Query(\"SELECT * FROM books WHERE page >= :least ORDER BY pages\")");
  }

  @Test
  void generatedSourcesAreThoseOfJavac() throws Exception {
    assertThat(compile(EXAMPLES.resolve("src/main/java"), EXAMPLES.resolveSibling("migrations")))
        .as(messages.toString())
        .isTrue();

    assertThat(sources(directory.resolve("generated")))
        .hasSizeGreaterThan(10)
        .isEqualTo(sources(EXAMPLES.resolve("target/generated-sources/annotations")));
  }

  private boolean compile(Path sources, Path migrations) throws IOException {
    String[] arguments = {
      "--release",
      "17",
      "-nowarn",
      "-proceedOnError",
      "-cp",
      CLASS_PATH,
      "-processorpath",
      CLASS_PATH,
      "-s",
      Files.createDirectories(directory.resolve("generated")).toString(),
      "-d",
      directory.resolve("classes").toString(),
      "-Alitmus.migrations=" + migrations,
      sources.toString()
    };
    PrintWriter writer = new PrintWriter(messages, true);
    return BatchCompiler.compile(arguments, writer, writer, null);
  }

  private static Map<String, String> sources(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(file -> file.toString().endsWith(".java")).toList();
    }
    Map<String, String> sources = new TreeMap<>();
    for (Path file : files) {
      sources.put(folder.relativize(file).toString(), Files.readString(file));
    }
    return sources;
  }
}
