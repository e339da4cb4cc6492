package dev.litmus.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.litmus.processor.cases.Case.Expectation;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.runtime.LitmusVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles every case under {@code src/test/cases}; good ones are also executed against SQLite. Expected texts are
 * written anew with {@code -Dlitmus.cases.update=true}; the expectations inside the sources never are.
 */
class CaseTest {

  private static final Path GOOD = Path.of("src/test/cases/good");
  private static final Path BAD = Path.of("src/test/cases/bad");
  private static final boolean UPDATE = Boolean.getBoolean("litmus.cases.update");

  static Stream<Case> good() {
    return Case.all(GOOD);
  }

  static Stream<Case> bad() {
    return Case.all(BAD);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void rightCodeCompilesAndRuns(Case good, @TempDir Path directory) throws Exception {
    Compilation compilation = Compiler.compile(good, directory);

    assertThat(Compiler.errors(compilation)).isEmpty();
    for (Path golden : good.goldens()) {
      String source = Compiler.generatedSource(compilation, golden.getFileName().toString());
      compare(golden, source.replace(LitmusVersion.CURRENT, "<version>"));
    }
    Compiler.run(compilation, "Check", directory);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void wrongCodeIsRefusedAtTheRightWord(Case bad, @TempDir Path directory) throws IOException {
    List<Diagnosed> problems = Compiler.diagnostics(Compiler.compile(bad, directory));

    assertThat(problems.stream().map(Diagnosed::asExpectation))
        .containsExactlyInAnyOrderElementsOf(bad.expectations());
    compare(
        bad.folder().resolve("problems.txt"),
        problems.stream()
            .map(Diagnosed::text)
            .collect(Collectors.joining("\n"))
            .replace(bad.migrations().toAbsolutePath().toString(), "<migrations>")
            .replace(bad.folder().toAbsolutePath().toString(), "<case>"));
  }

  @Test
  void everyProblemHasACaseAndAPage() {
    Set<String> shown = new TreeSet<>();
    bad().flatMap(bad -> bad.expectations().stream()).map(Expectation::code).forEach(shown::add);
    // What a case folder cannot hold is shown by ProcessorOptionsTest, PartsTest, ModulePathTest,
    // LossRuleTest and InternalBugTest.
    shown.add(ProblemCode.INVALID_OPTION.text());
    shown.add(ProblemCode.INVALID_ANNOTATION.text());
    shown.add(ProblemCode.MISSING_RUNTIME.text());
    shown.add(ProblemCode.OTHER_VERSION.text());
    shown.add(ProblemCode.MISSING_PROVIDES.text());
    shown.add(ProblemCode.UNKNOWN_STRUCTURE.text());
    shown.add(ProblemCode.DOWN_LOSES.text());
    shown.add(ProblemCode.BUG.text());

    assertThat(shown)
        .containsExactlyElementsOf(
            Arrays.stream(ProblemCode.values()).map(ProblemCode::text).sorted().toList());
    assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::slug)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(ProblemCode.values())
            .map(code -> Path.of("../docs/problems/" + code.slug() + ".md")))
        .allSatisfy(page -> assertThat(page).exists());
  }

  private static void compare(Path expected, String actual) throws IOException {
    if (UPDATE) {
      Files.createDirectories(expected.getParent());
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  static String text(JavaFileObject file) throws IOException {
    return new String(file.openInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
