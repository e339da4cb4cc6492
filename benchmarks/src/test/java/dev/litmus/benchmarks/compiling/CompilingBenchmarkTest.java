package dev.litmus.benchmarks.compiling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompilingBenchmarkTest {

  /** Two interfaces and a record; the processors write at least a class for each interface. */
  @ParameterizedTest
  @EnumSource
  void whatAProcessorWritesCompilesWithoutIt(Framework framework, @TempDir Path folder)
      throws IOException, InterruptedException {
    GeneratedProject project = framework.project(folder.resolve("project"), 25);
    GeneratedProject written = project.written(folder.resolve("written"), framework.processors());
    assertThat(project.sources()).hasSize(3);
    assertThat(written.sources()).hasSizeGreaterThanOrEqualTo(5).containsAll(project.sources());

    Contestant contestant = new Contestant("all", project, framework::processors);
    contestant.run();
    assertThat(contestant.cold()).isPositive();
    assertThat(contestant.warm()).isPositive();
    assertThat(written.compile(List.of()).resolve("project/Repository1.class")).exists();
  }
}
