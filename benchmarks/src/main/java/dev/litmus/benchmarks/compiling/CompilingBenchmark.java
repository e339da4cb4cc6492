package dev.litmus.benchmarks.compiling;

import dev.litmus.benchmarks.growth.TemporaryFolder;
import dev.litmus.benchmarks.plot.Plot;
import dev.litmus.benchmarks.plot.Program;
import dev.litmus.benchmarks.plot.Results;
import dev.litmus.benchmarks.plot.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what the processor adds to javac. */
@Command(
    name = "compiling",
    mixinStandardHelpOptions = true,
    description = {
      "The time javac takes for interfaces alone, for them and the classes that a processor writes, and with that processor: Litmus, "
          + "and Doma on a like task. Cold is a new process, warm the best in one that goes on; more than the interfaces alone.",
      ""
    })
public final class CompilingBenchmark implements Callable<Integer> {

  @Option(names = "--quick", description = "A few seconds, to see whether it runs.")
  private boolean quick;

  @Option(
      names = "--methods",
      split = ",",
      description = "How many methods the interfaces have in all; ${DEFAULT-VALUE} by default.")
  private List<Integer> sizes = List.of(10, 100, 1_000);

  @Option(
      names = "--rounds",
      description = "How often each is compiled, warm and cold; ${DEFAULT-VALUE} by default.")
  private int rounds = 5;

  @Mixin
  private Results results = new Results();

  /** Runs it, and ends the process. */
  public static void main(String[] arguments) {
    Program.run(new CompilingBenchmark(), arguments);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (quick) {
      sizes = List.of(10);
      rounds = 1;
    }
    Table table = new Table(
        "Compiling (Java " + Runtime.version().feature() + ")",
        "what",
        "methods",
        "cold s",
        "warm s",
        "cold more s",
        "warm more s");
    Map<String, List<double[]>> lines = new LinkedHashMap<>();
    for (int methods : sizes) {
      try (TemporaryFolder folder = TemporaryFolder.create()) {
        List<Contestant> contestants = contestants(folder.path(), methods);
        Contestant alone = contestants.get(0);
        for (Contestant contestant : contestants) {
          double cold = contestant.cold();
          double warm = contestant.warm();
          alone = contestant.isAlone() ? contestant : alone;
          table.row(
              contestant.name(), methods, cold, warm, cold - alone.cold(), warm - alone.warm());
          lines
              .computeIfAbsent(contestant.name() + ", cold", name -> new ArrayList<>())
              .add(new double[] {methods, cold});
        }
      }
    }
    results.show("compiling", table);
    Plot plot = new Plot("Compiling interfaces in a new process", "methods", "median, s");
    lines.forEach(plot::line);
    results.show("compiling", plot);
    return 0;
  }

  /** All have been measured when this returns, in turns. */
  private List<Contestant> contestants(Path folder, int methods)
      throws IOException, InterruptedException {
    List<Contestant> contestants = new ArrayList<>();
    for (Framework framework : Framework.values()) {
      Path place = folder.resolve(framework.name());
      GeneratedProject project = framework.project(place.resolve("project"), methods);
      GeneratedProject written = project.written(place.resolve("written"), framework.processors());
      contestants.add(new Contestant(Contestant.ALONE + framework, project, List::of));
      contestants.add(new Contestant("javac: classes of " + framework, written, List::of));
      contestants.add(new Contestant(framework.toString(), project, framework::processors));
    }
    for (int round = 0; round < rounds; round++) {
      for (Contestant contestant : contestants) {
        contestant.run();
      }
    }
    return contestants;
  }
}
