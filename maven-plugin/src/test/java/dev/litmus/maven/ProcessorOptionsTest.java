package dev.litmus.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorOptionsTest {

  @Test
  void everyOptionThatNamesSqlIsWatched() {
    ProcessorOptions options = new ProcessorOptions(List.of(
        "-Alitmus.migrations=/app/migrations",
        "-Alitmus.schema=/app/schema.sql",
        "-Alitmus.queries=/app/queries",
        "-Alitmus.snapshot=/app/my schemas",
        "-Alitmus.notes=true",
        "-Alitmus.schema="));

    assertThat(options.places())
        .containsExactly(
            Path.of("/app/migrations"),
            Path.of("/app/schema.sql"),
            Path.of("/app/queries"),
            Path.of("/app/my schemas"));
  }
}
