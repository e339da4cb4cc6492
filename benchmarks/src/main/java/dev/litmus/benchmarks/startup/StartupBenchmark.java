package dev.litmus.benchmarks.startup;

import dev.litmus.benchmarks.growth.TemporaryFolder;
import dev.litmus.benchmarks.plot.Latency;
import dev.litmus.benchmarks.plot.Program;
import dev.litmus.benchmarks.plot.Results;
import dev.litmus.benchmarks.plot.Table;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures new processes that open databases. */
@Command(
    name = "startup",
    mixinStandardHelpOptions = true,
    description = {
      "The time from the beginning of main until all databases of the example application are open, in a new process each time: the "
          + "first start, which migrates them, and later ones, by several ways to start a JVM.",
      ""
    })
public final class StartupBenchmark implements Callable<Integer> {

  private static final double MICROS_PER_MILLI = 1000;

  @Option(names = "--quick", description = "A few seconds, to see whether it runs.")
  private boolean quick;

  @Option(
      names = "--runs",
      description = "How many processes are started of each kind; ${DEFAULT-VALUE} by default.")
  private int runs = 20;

  @Option(
      names = "--application",
      paramLabel = "CLASSPATH",
      required = true,
      defaultValue = "${sys:litmus.application}",
      description = "The jars of the application whose databases are opened.")
  private String application = "";

  @Mixin
  private Results results = new Results();

  /** Runs it, and ends the process. */
  public static void main(String[] arguments) {
    Program.run(new StartupBenchmark(), arguments);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (quick) {
      runs = 2;
    }
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Path jar = folder.path().resolve("started.jar");
      ProgramJar.write(jar);
      String classPath = application + File.pathSeparator + jar;
      Start usual = new Start(classPath, Started.class.getName(), List.of());
      results.show("startup", ways(folder.path(), usual));
      results.show(
          "startup-steps",
          steps(folder.path(), new Start(classPath, StartedInSteps.class.getName(), List.of())));
    }
    return 0;
  }

  private Table ways(Path folder, Start usual) throws IOException, InterruptedException {
    Map<String, Times> all = new LinkedHashMap<>();
    Path old = folder.resolve("old");
    usual.run(old);
    Map<String, Start> ways = waysToStart(folder, usual, old);
    for (int run = 0; run < runs; run++) {
      times(all, "first start").add(usual.run(folder.resolve("new-" + run)));
      for (Map.Entry<String, Start> way : ways.entrySet()) {
        times(all, way.getKey()).add(way.getValue().run(old));
      }
    }
    Table table = new Table(
        "From main to open databases (Java " + Runtime.version().feature() + ", " + runs
            + " processes each)",
        "start",
        "databases",
        "JVM p50 ms",
        "open p50 ms",
        "open p90 ms");
    all.forEach((name, times) -> table.row(
        name,
        times.databases,
        times.jvm.micros(50) / MICROS_PER_MILLI,
        times.opened.micros(50) / MICROS_PER_MILLI,
        times.opened.micros(90) / MICROS_PER_MILLI));
    return table;
  }

  /** The usual one, and what users can do about it by themselves. */
  private static Map<String, Start> waysToStart(Path folder, Start usual, Path old)
      throws IOException, InterruptedException {
    Path library = Unpacked.library(folder.resolve("library"));
    String unpacked = "-Dorg.sqlite.lib.path=" + library;
    Path logging = NoLogging.write(folder.resolve("logging.properties"));
    Map<String, Start> ways = new LinkedHashMap<>();
    ways.put("later start", usual);
    ways.put("no logging of INFO", usual.with("-Djava.util.logging.config.file=" + logging));
    ways.put("library unpacked before", usual.with(unpacked));
    ways.put("only the first compiler", usual.with("-XX:TieredStopAtLevel=1"));
    ways.put("serial collector", usual.with("-XX:+UseSerialGC"));
    if (usual.isOfJars()) {
      Path archive = folder.resolve("classes.jsa");
      usual.with("-XX:ArchiveClassesAtExit=" + archive).run(old);
      Start shared = usual.with("-XX:SharedArchiveFile=" + archive);
      ways.put("class data archive", shared);
      ways.put(
          "archive + library + C1 + serial",
          usual.with(
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              unpacked,
              "-XX:SharedArchiveFile=" + archive));
    }
    return ways;
  }

  private static Times times(Map<String, Times> all, String name) {
    return all.computeIfAbsent(name, key -> new Times());
  }

  private Table steps(Path folder, Start start) throws IOException, InterruptedException {
    Path old = folder.resolve("old");
    Map<String, Latency> steps = new LinkedHashMap<>();
    for (int run = 0; run < runs; run++) {
      start
          .run(old)
          .forEach((name, micros) -> steps
              .computeIfAbsent(name, key -> new Latency())
              .add(TimeUnit.MICROSECONDS.toNanos(micros)));
    }
    Table table = new Table(
        "A later start, step by step, what each needs for the first time included",
        "step",
        "p50 ms",
        "p90 ms");
    steps.forEach((name, times) ->
        table.row(name, times.micros(50) / MICROS_PER_MILLI, times.micros(90) / MICROS_PER_MILLI));
    return table;
  }
}
