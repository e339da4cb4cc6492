package dev.litmus.benchmarks.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.benchmarks.plot.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsBenchmarkTest {

  @Test
  void eachVariantHasARowAndALog(@TempDir Path folder) throws Exception {
    assertThat(Program.execute(
            new SettingsBenchmark(), "--rows=500", "--inserts=40", "--csv", folder.toString()))
        .isZero();
    List<String> lines = Files.readAllLines(folder.resolve("settings.csv"));
    assertThat(lines).hasSize(9);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.substring(line.lastIndexOf('"') + 1).split(",", -1);
      assertThat(Double.parseDouble(cells[cells.length - 1])).as(line).isPositive();
    }
  }
}
