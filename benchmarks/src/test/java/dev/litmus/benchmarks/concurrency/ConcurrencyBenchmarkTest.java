package dev.litmus.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.benchmarks.plot.Csv;
import dev.litmus.benchmarks.plot.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyBenchmarkTest {

  private static final long KINDS =
      Arrays.stream(Callers.values()).filter(Callers::exist).count();

  @Test
  void nobodyFails(@TempDir Path folder) throws IOException {
    int status = Program.execute(
        new ConcurrencyBenchmark(),
        "--quick",
        "--rows=500",
        "--callers=1,3",
        "--readers=1",
        "--seconds=0.05",
        "--csv=" + folder);
    assertThat(status).isZero();

    Csv crowds = Csv.read(folder.resolve("concurrency.csv"));
    assertThat(crowds.column("failures")).hasSize((int) (3 * KINDS * 2)).containsOnly("0");
    assertThat(crowds.numbers("calls/s")).allMatch(calls -> calls > 0);
    assertThat(crowds.column("load")).contains("read", "write", "80 % read");
    assertThat(Files.exists(folder.resolve("starvation.csv"))).isEqualTo(Callers.VIRTUAL.exist());
  }
}
