package dev.litmus.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What a compilation leaves behind besides classes, and that it leaves the same every time. */
class OutputTest {

  private static final Case READS = new Case(Path.of("src/test/cases/good/reads"));

  @Test
  void aSecondBuildIsByteIdentical() throws IOException {
    Map<String, String> first = files(Compiler.compile(READS.sources(), READS.migrations()));
    Map<String, String> second = files(Compiler.compile(READS.sources(), READS.migrations()));

    assertThat(first).isNotEmpty().isEqualTo(second);
  }

  @Test
  void theVerifiedMigrationsAreEmbedded() throws IOException {
    Map<String, String> files = files(Compiler.compile(READS.sources(), READS.migrations()));

    assertThat(files.get("/CLASS_OUTPUT/META-INF/litmus/embedded/shop.index").lines())
        .isNotEmpty()
        .allSatisfy(
            name -> assertThat(files.get("/CLASS_OUTPUT/META-INF/litmus/embedded/shop/" + name))
                .isEqualTo(java.nio.file.Files.readString(
                    READS.migrations().resolve("shop").resolve(name))));
  }

  @Test
  void everyFactoryIsRegistered() throws IOException {
    Map<String, String> files = files(Compiler.compile(READS.sources(), READS.migrations()));

    assertThat(files
            .get("/CLASS_OUTPUT/META-INF/services/dev.litmus.runtime.RepositoryFactory")
            .lines())
        .isNotEmpty()
        .isSorted()
        .allMatch(name -> name.endsWith("Impl$Factory"));
  }

  @Test
  void gradleIsToldThatOutputsDependOnSeveralInputs() throws IOException {
    try (var in =
        getClass().getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
      assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo("dev.litmus.processor.LitmusProcessor,aggregating\n");
    }
  }

  /** Sources and resources by name; class files are javac's own. */
  private static Map<String, String> files(Compilation compilation) throws IOException {
    assertThat(Compiler.errors(compilation)).isEmpty();
    Map<String, String> files = new TreeMap<>();
    for (JavaFileObject file : Compiler.generated(compilation)) {
      if (file.getKind() != JavaFileObject.Kind.CLASS) {
        files.put(file.getName(), CaseTest.text(file));
      }
    }
    return files;
  }
}
