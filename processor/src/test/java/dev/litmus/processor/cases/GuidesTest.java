package dev.litmus.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that the guides show compile, run, and print what the guides say. */
class GuidesTest {

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repositories",
        "search",
        "pages",
        "dynamic-sql",
        "functions",
        "migrations",
        "health",
        "backups"
      })
  void theProgramPrintsWhatTheGuideSays(String guide) throws Exception {
    String page = DocumentedProgram.read(Path.of("../docs", guide + ".md"));
    DocumentedProgram program = new DocumentedProgram(page, folder);

    assertThat(program.run()).isEqualTo(program.blocks("text").get(0));
  }
}
