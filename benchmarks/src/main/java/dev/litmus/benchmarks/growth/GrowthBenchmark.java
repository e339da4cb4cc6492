package dev.litmus.benchmarks.growth;

import dev.litmus.benchmarks.plot.Program;
import dev.litmus.benchmarks.plot.Results;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what operations cost as databases grow. */
@Command(
    name = "growth",
    mixinStandardHelpOptions = true,
    description = {
      "The cost of reads, pages, searches and of opening a database against the number of rows, the depth of the page, the size of the "
          + "cache, the number of migrations and of repositories.",
      ""
    })
public final class GrowthBenchmark implements Callable<Integer> {

  private static final int MIGRATIONS = 1_000;

  @Option(names = "--quick", description = "A few seconds, to see whether it runs.")
  private boolean quick;

  @Option(
      names = "--max-rows",
      description =
          "The most rows in a table; ${DEFAULT-VALUE} by default. 10000000 need about 6 GB where the system has its "
              + "temporary files.")
  private long maxRows = 1_000_000;

  @Option(
      names = "--only",
      split = ",",
      description = "What is measured: ${COMPLETION-CANDIDATES}; all by default.")
  private List<Part> parts = List.of(Part.values());

  @Option(
      names = "--seconds",
      description =
          "How long each operation is warmed up, and then measured; ${DEFAULT-VALUE} by default.")
  private double seconds = 2;

  @Mixin
  private Results results = new Results();

  /** Runs it, and ends the process. */
  public static void main(String[] arguments) {
    Program.run(new GrowthBenchmark(), arguments);
  }

  @Override
  public Integer call() throws IOException {
    Scale scale = quick
        ? new Scale(Math.min(maxRows, 10_000), Duration.ofMillis(50), 10)
        : new Scale(maxRows, Duration.ofNanos((long) (seconds * 1e9)), MIGRATIONS);
    for (Part part : parts) {
      part.run(scale, results);
    }
    return 0;
  }
}
