package dev.litmus.processor.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The chains that the runtime compares with SQLite's shell: all of them are right, and none is refused while
 * compiling. Some make NOT NULL what could be NULL, or let a trigger refuse: that they may fail on rows is true.
 */
class RealChainsProofTest {

  private static final Path CHAINS =
      Path.of("../runtime/src/test/resources/chains").toAbsolutePath().normalize();

  static List<String> chains() throws IOException {
    try (Stream<Path> folders = Files.list(CHAINS)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("chains")
  void isProven(String chain) throws Exception {
    List<Problem> problems = Chain.proveFolder(CHAINS, chain);

    assertThat(problems)
        .as(String.join("\n", Chain.texts(problems)))
        .allMatch(problem -> problem.code() == ProblemCode.FAILS_ON_ROWS);
  }
}
