package dev.litmus.benchmarks.compare;

import dev.litmus.benchmarks.compare.Guard.Worse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the comparison. */
@Command(
    name = "compare",
    description =
        "Compares Litmus with what users would otherwise use, and ends with a line of JSON: the ratios.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is worse than recorded, or nothing was compared with it",
      "1:something is worse, or contenders return other rows",
      "2:an option does not fit"
    })
final class CompareCommand implements Callable<Integer> {

  private static final int WORSE = 1;

  /** Kept, so that its level stays: Litmus would say that it makes the files. */
  private static final Logger LITMUS = Logger.getLogger("dev.litmus");

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--quick",
      description =
          "Fewer and shorter rounds, few contenders, and a comparison with what is recorded.")
  private boolean quick;

  @Option(
      names = "--check",
      description = "Only checks that all return the same rows: the times say nothing.")
  private boolean check;

  @Option(names = "--record", description = "Records the ratios, for later comparisons.")
  private boolean record;

  @Option(
      names = "--peers",
      split = ",",
      paramLabel = "NAME",
      description = "The contenders, instead of all.")
  private List<String> peers = new ArrayList<>();

  @Option(
      names = "--workloads",
      split = ",",
      paramLabel = "NAME",
      description = "The workloads, instead of all: W1, W4a, W5b-FAV, ...")
  private List<String> workloads = new ArrayList<>();

  @Option(
      names = "--module",
      required = true,
      hidden = true,
      description = "The folder of the module.")
  @SuppressWarnings("NullAway.Init")
  private Path module;

  @Option(names = "--progress", hidden = true, description = "Somebody looks.")
  private boolean progress;

  /** Compares what the arguments say, and ends the process. */
  public static void main(String[] arguments) {
    LITMUS.setLevel(Level.WARNING);
    CommandLine command = new CommandLine(new CompareCommand());
    command.setExecutionExceptionHandler((failure, line, parsed) -> {
      if (failure instanceof ComparisonException) {
        line.getErr().println(failure.getMessage());
        return WORSE;
      }
      throw failure;
    });
    System.exit(command.execute(arguments));
  }

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<Workload> chosen = workloads();
    Measurements measurements = measure(chosen, contenders(chosen), out);
    out.println(new Report(measurements).text());
    int exit = judge(measurements, out);
    out.println(Recorded.line(measurements.ratios()));
    out.flush();
    return exit;
  }

  private List<Workload> workloads() {
    try {
      return workloads.isEmpty()
          ? Arrays.asList(Workload.values())
          : workloads.stream().map(Workload::of).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private List<Peer> contenders(List<Workload> chosen) throws IOException, InterruptedException {
    List<String> names = peers.isEmpty() ? quick ? Peers.few() : Peers.all() : peers;
    List<Peer> found;
    try {
      found = new Peers(module, this::say).of(names);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    if (!chosen.contains(Workload.W7)) {
      return found;
    }
    return Stream.concat(found.stream(), Peers.ofTwoThreads(found).stream())
        .distinct()
        .toList();
  }

  private void say(String message) {
    spec.commandLine().getErr().println(message);
  }

  private Measurements measure(List<Workload> chosen, List<Peer> contenders, PrintWriter out)
      throws IOException, SQLException {
    Path folder =
        Files.createTempDirectory(Files.createDirectories(module.resolve("target")), "compare");
    try (Comparison comparison = new Comparison(plan(), new Progress(progress))) {
      comparison.start(contenders, folder);
      out.println("Java " + Runtime.version() + " on " + Runtime.getRuntime().availableProcessors()
          + " processors");
      comparison.versions().forEach(out::println);
      out.println();
      out.flush();
      return comparison.measure(chosen);
    } finally {
      delete(folder);
    }
  }

  private Plan plan() {
    if (check) {
      return Plan.CHECK;
    }
    return quick ? Plan.QUICK : Plan.FULL;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private int judge(Measurements measurements, PrintWriter out) throws IOException {
    Path recorded = module.resolve("recorded.json");
    if (record && !check) {
      Recorded.write(recorded, measurements.ratios());
      out.println("Recorded in " + recorded.getFileName() + ".\n");
      return 0;
    }
    if (!quick || check) {
      return 0;
    }
    if (!Files.exists(recorded)) {
      out.println("Nothing is recorded to compare with: --record does that.\n");
      return 0;
    }
    Guard guard = new Guard(Recorded.read(recorded));
    List<Worse> worse = guard.check(measurements.ratios());
    List<Workload> loud = guard.loud(measurements.ratios());
    if (!loud.isEmpty()) {
      out.println("Too noisy to tell less than 25 %: " + loud + ". Run it on a quiet machine.");
    }
    @Nullable String text = worse.isEmpty() ? null : Report.worse(worse);
    out.println(text == null ? "Nothing is worse than recorded by more than the noise.\n" : text);
    return worse.isEmpty() ? 0 : WORSE;
  }
}
