package dev.litmus.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The project of the README: migrations lie in the module that has the repositories. */
class SameModuleIT {

  private static final String FIRST = "migrations/library/001_books.sql";
  private static final String EMBEDDED = "target/classes/META-INF/litmus/embedded/library.index";

  @TempDir
  Path directory;

  private Project library;

  @BeforeEach
  void copy() throws IOException {
    library = ReadmeProject.write(directory);
  }

  @Test
  void itCompilesAndRuns() throws Exception {
    library.maven("compile").succeeds();

    run()
        .succeeds()
        .says(
            "Book[id=3, title=Frankenstein, pages=280]\nBook[id=1, title=Moby-Dick, pages=635]\n");
    library.maven("compile").succeeds().says("Nothing to compile").doesNotSay("SQL has changed");
  }

  @Test
  void changedSqlIsCompiledAgain() throws Exception {
    library.maven("compile").succeeds();

    library.replace(FIRST, "pages INTEGER", "sheets INTEGER");
    library
        .maven("compile")
        .fails()
        .says("SQL has changed, and repositories are compiled again: " + FIRST)
        .says("[sql/unknown-column] table `books` has no column `pages`");
    // A build that failed is not forgotten.
    library.maven("compile").fails().says("[sql/unknown-column]");

    library.replace(FIRST, "sheets INTEGER", "pages INTEGER");
    library.write("migrations/library/002_authors.sql", "CREATE TABLE authors (name TEXT);\n");
    library.maven("compile").succeeds();
    assertThat(library.path(EMBEDDED)).hasContent("001_books.sql\n002_authors.sql\n");
    run().succeeds();

    library.delete("migrations/library/002_authors.sql");
    library.maven("compile").succeeds().says("compiled again: migrations/library/002_authors.sql");
    assertThat(library.path(EMBEDDED)).hasContent("001_books.sql\n");
    run().fails().says("DatabaseTooNewException");
  }

  /** Since JDK 24 loading SQLite warns: in Maven's own JVM, where the processor runs, and in the program. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_24)
  void nativeAccessIsAllowedInTheDocumentedWays() throws Exception {
    library.maven("compile").succeeds().says("restricted method");
    run().succeeds().says("restricted method");

    library.write(".mvn/jvm.config", "--enable-native-access=ALL-UNNAMED\n");
    Files.writeString(library.path(FIRST), "\n", StandardOpenOption.APPEND);
    library.maven("compile").succeeds().says("SQL has changed").doesNotSay("restricted method");
    run("--enable-native-access=ALL-UNNAMED").succeeds().doesNotSay("restricted method");
  }

  @Test
  void changedOptionsAreCompiledAgain() throws Exception {
    library.maven("compile").succeeds();
    Files.move(library.path("migrations"), library.path("sql"));

    library.replace("pom.xml", "${project.basedir}/migrations", "${project.basedir}/sql");
    library.replace("sql/library/001_books.sql", "pages INTEGER", "sheets INTEGER");

    library.maven("compile").fails().says("[sql/unknown-column]");
  }

  private Run run(String... options) throws IOException, InterruptedException {
    Installation litmus = Installation.get();
    List<String> arguments = new ArrayList<>(Arrays.asList(options));
    arguments.addAll(List.of(
        "-cp",
        String.join(
            File.pathSeparator,
            library.path("target/classes").toString(),
            litmus.jar("runtime").toString(),
            litmus.driver().toString()),
        "Main"));
    return library.java(arguments.toArray(String[]::new));
  }
}
