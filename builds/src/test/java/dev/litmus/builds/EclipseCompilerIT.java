package dev.litmus.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler runs the processor as well; it has to be told a folder for generated sources. */
class EclipseCompilerIT {

  @TempDir
  Path directory;

  private Project library;
  private final StringWriter messages = new StringWriter();

  @BeforeEach
  void copy() throws IOException {
    library = ReadmeProject.write(directory);
  }

  @Test
  void whatItCompilesRuns() throws Exception {
    assertThat(compile()).as(messages.toString()).isTrue();

    Installation litmus = Installation.get();
    library
        .java("-cp", path(library.path("classes"), litmus.jar("runtime"), litmus.driver()), "Main")
        .succeeds()
        .says("Book[id=1, title=Moby-Dick, pages=635]");
  }

  @Test
  void wrongSqlIsAnErrorAtTheQuery() throws Exception {
    library.replace("src/main/java/Books.java", "pages >= :least", "page >= :least");

    assertThat(compile()).isFalse();
    assertThat(messages.toString())
        .contains("[sql/unknown-column] table `books` has no column `page`")
        .contains("help: did you mean `pages`?")
        .contains("@Query(\"SELECT * FROM books WHERE page >= :least ORDER BY pages\")");
  }

  private boolean compile() throws IOException {
    Installation litmus = Installation.get();
    Files.createDirectories(library.path("generated"));
    List<String> arguments = new ArrayList<>(List.of(
        "--release",
        "17",
        "-proceedOnError",
        "-cp",
        path(litmus.jar("annotations"), litmus.jar("runtime")),
        "-processorpath",
        path(
            litmus.jar("processor"),
            litmus.jar("annotations"),
            litmus.jar("runtime"),
            litmus.driver(),
            litmus.javapoet()),
        "-s",
        library.path("generated").toString(),
        "-d",
        library.path("classes").toString(),
        "-Alitmus.migrations=" + library.path("migrations")));
    try (Stream<Path> sources = Files.list(library.path("src/main/java"))) {
      sources.map(Path::toString).forEach(arguments::add);
    }
    PrintWriter writer = new PrintWriter(messages, true);
    return BatchCompiler.compile(arguments.toArray(String[]::new), writer, writer, null);
  }

  private static String path(Path... elements) {
    return String.join(
        File.pathSeparator, Arrays.stream(elements).map(Path::toString).toList());
  }
}
