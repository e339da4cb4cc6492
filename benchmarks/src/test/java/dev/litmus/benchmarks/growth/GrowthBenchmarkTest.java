package dev.litmus.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.benchmarks.plot.Csv;
import dev.litmus.benchmarks.plot.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthBenchmarkTest {

  @Test
  void everyPartHasItsTableAndItsPlot(@TempDir Path folder) throws IOException {
    int status = Program.execute(
        new GrowthBenchmark(), "--quick", "--csv=" + folder, "--plots=" + folder.resolve("plots"));
    assertThat(status).isZero();

    for (Part part : Part.values()) {
      String name = "growth-" + part.name().toLowerCase(Locale.ROOT);
      assertThat(folder.resolve(name + ".csv")).exists();
      assertThat(folder.resolve("plots").resolve(name + ".svg")).content().contains("<svg");
    }
    Csv rows = Csv.read(folder.resolve("growth-rows.csv"));
    assertThat(rows.column("rows")).containsExactly("1000", "10000");
    assertThat(rows.numbers("MiB")).isSorted().doesNotHaveDuplicates();
    assertThat(Csv.read(folder.resolve("growth-depth.csv")).column("rows before it"))
        .containsExactly("0", "100", "1000");
    assertThat(Csv.read(folder.resolve("growth-migrations.csv")).column("migrations"))
        .containsExactly("1", "10");
    assertThat(Csv.read(folder.resolve("growth-cache.csv")).column("mapped")).contains("yes", "no");
  }
}
