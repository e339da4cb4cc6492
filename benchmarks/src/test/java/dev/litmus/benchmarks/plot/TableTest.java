package dev.litmus.benchmarks.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

  private static Table table() {
    Table table = new Table("Sizes", "what", "µs");
    table.row("a, \"b\"", 1234.5);
    table.row("c", 0.01234);
    return table;
  }

  @Test
  void aTableIsAligned() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    table().print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("", "Sizes", "what       µs", "a, \"b\"   1235", "c       0.012");
  }

  @Test
  void csvQuotesWhatNeedsIt(@TempDir Path folder) throws IOException {
    table().csv(folder.resolve("new/sizes.csv"));
    assertThat(Files.readAllLines(folder.resolve("new/sizes.csv")))
        .containsExactly("what,µs", "\"a, \"\"b\"\"\",1235", "c,0.012");
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> table().row("alone")).hasMessageContaining("1 cells");
  }

  @Test
  void aPlotIsTheSameEachTime(@TempDir Path folder) throws IOException {
    assertThat(plot(folder.resolve("first.svg"))).isEqualTo(plot(folder.resolve("second.svg")));
  }

  private static String plot(Path file) throws IOException {
    Plot plot = new Plot("Cost", "rows", "µs");
    plot.line("all", List.of(new double[] {0, 1}, new double[] {10, 2}, new double[] {100, 30}));
    plot.svg(file);
    String svg = Files.readString(file);
    assertThat(svg).contains("<svg").doesNotContain("NaN");
    return svg;
  }
}
