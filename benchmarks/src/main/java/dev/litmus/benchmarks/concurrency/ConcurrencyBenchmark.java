package dev.litmus.benchmarks.concurrency;

import dev.litmus.benchmarks.data.BenchRepository;
import dev.litmus.benchmarks.growth.Rows;
import dev.litmus.benchmarks.growth.TemporaryFolder;
import dev.litmus.benchmarks.plot.Program;
import dev.litmus.benchmarks.plot.Results;
import dev.litmus.benchmarks.plot.Table;
import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures many callers on one database. */
@Command(
    name = "concurrency",
    mixinStandardHelpOptions = true,
    description = {
      "Throughput and latency of many callers on one database, on platform and on virtual threads, and how long virtual threads "
          + "that have nothing to do with it wait meanwhile.",
      ""
    })
public final class ConcurrencyBenchmark implements Callable<Integer> {

  /** In the JVM: how many platform threads carry virtual ones. Read when the first virtual thread is made. */
  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

  /** A query of a few hundred milliseconds. */
  private static final long LONG_QUERY = 2_000_000;

  private static final long SHORT_QUERY = 1_000;

  @Option(names = "--quick", description = "A few seconds, to see whether it runs.")
  private boolean quick;

  @Option(
      names = "--callers",
      split = ",",
      description = "How many callers there are at once; ${DEFAULT-VALUE} by default.")
  private List<Integer> callers = List.of(1, 2, 4, 8, 32);

  @Option(
      names = "--readers",
      split = ",",
      description =
          "How many reader connections the database has while others are probed; ${DEFAULT-VALUE} by default.")
  private List<Integer> readers = List.of(1, 2, 4, 8);

  @Option(
      names = "--carriers",
      description =
          "How many platform threads carry virtual ones; 0, the default: as many as there are cores.")
  private int carriers;

  @Option(
      names = "--seconds",
      description = "How long each row is measured; ${DEFAULT-VALUE} by default.")
  private double seconds = 5;

  @Option(names = "--rows", description = "Messages in the database; ${DEFAULT-VALUE} by default.")
  private long rows = 100_000;

  @Mixin
  private Results results = new Results();

  /** Runs it, and ends the process. */
  public static void main(String[] arguments) {
    Program.run(new ConcurrencyBenchmark(), arguments);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (carriers > 0) {
      System.setProperty(CARRIERS, Integer.toString(carriers));
    }
    if (quick) {
      seconds = Math.min(seconds, 0.2);
      rows = Math.min(rows, 1_000);
    }
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Table crowds = crowds(folder.path().resolve("crowd.sqlite"));
      results.show("concurrency", crowds);
      if (Callers.VIRTUAL.exist()) {
        results.show("starvation", starvation(folder.path().resolve("probe.sqlite")));
      } else {
        System.out.println("\nThis JVM has no virtual threads: 21 or newer has.");
      }
      return crowds.column("failures").stream().allMatch("0"::equals) ? 0 : 1;
    }
  }

  private Duration time() {
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  private Table crowds(Path file) throws InterruptedException {
    Table table = new Table(
        "Many callers on one database (" + where() + ")",
        "load",
        "threads",
        "callers",
        "calls/s",
        "read p50 µs",
        "read p99 µs",
        "read max µs",
        "write p50 µs",
        "write p99 µs",
        "write max µs",
        "least/most %",
        "failures");
    try (SqliteDatabase database = SqliteDatabase.open("bench", file)) {
      new Rows(database).messages(0, rows, Rows.PER_CHAT);
      BenchRepository repository = database.repository(BenchRepository.class);
      Crowd.run(repository, Callers.PLATFORM, 2, Load.MIXED, "warm", rows, time());
      for (Load load : Load.values()) {
        for (Callers kind : Callers.values()) {
          if (kind.exist()) {
            for (int count : callers) {
              String name = load.name() + "-" + kind + "-" + count;
              add(
                  table,
                  load,
                  kind,
                  count,
                  Crowd.run(repository, kind, count, load, name, rows, time()));
            }
          }
        }
      }
    }
    return table;
  }

  private static void add(Table table, Load load, Callers kind, int count, Crowd crowd) {
    table.row(
        load,
        kind,
        count,
        crowd.perSecond(),
        crowd.reads().micros(50),
        crowd.reads().micros(99),
        crowd.reads().maxMicros(),
        crowd.writes().micros(50),
        crowd.writes().micros(99),
        crowd.writes().maxMicros(),
        crowd.share(),
        crowd.failures());
  }

  private Table starvation(Path file) throws InterruptedException {
    Table table = new Table(
        "How late a virtual thread wakes up that only sleeps for 1 ms (" + where() + ")",
        "what the callers do",
        "callers on",
        "callers",
        "readers",
        "wakes",
        "delay p50 ms",
        "delay p99 ms",
        "delay max ms",
        "rounds/s");
    int most = readers.stream().mapToInt(Integer::intValue).max().orElse(1) * 2;
    long last = quick ? LONG_QUERY / 100 : LONG_QUERY;
    starve(table, "no database", most, 0, () -> compute(last));
    for (int connections : readers) {
      DatabaseSettings settings = DatabaseSettings.DEFAULT.with(
          s -> s.readers(connections).busyTimeout(Duration.ofMinutes(5)));
      try (SqliteDatabase database = SqliteDatabase.open("bench", file, settings)) {
        LongRepository repository = database.repository(LongRepository.class);
        starve(table, "short queries", most, connections, () -> repository.countTo(SHORT_QUERY));
        starve(table, "long queries", most, connections, () -> repository.countTo(last));
      }
    }
    return table;
  }

  private void starve(Table table, String what, int count, int connections, Runnable query)
      throws InterruptedException {
    add(
        table,
        what,
        "platform",
        count,
        connections,
        Starvation.measure(Callers.PLATFORM, count, query, false, time()));
    add(
        table,
        what,
        "virtual",
        count,
        connections,
        Starvation.measure(Callers.VIRTUAL, count, query, false, time()));
    add(
        table,
        what,
        "virtual and yield",
        count,
        connections,
        Starvation.measure(Callers.VIRTUAL, count, query, true, time()));
  }

  private void add(
      Table table, String what, String kind, int count, int connections, Starvation found) {
    table.row(
        what,
        kind,
        count,
        connections,
        found.delays().count(),
        found.delays().micros(50) / 1000,
        found.delays().micros(99) / 1000,
        found.delays().maxMicros() / 1000,
        found.queries() / seconds);
  }

  /** The control: work of about the same length that no native call is in. */
  private static void compute(long last) {
    SplittableRandom random = new SplittableRandom(last);
    long sum = 0;
    for (long i = 0; i < 10 * last; i++) {
      sum += random.nextLong();
    }
    if (sum == 0) {
      throw new IllegalStateException("the sum of random numbers is 0");
    }
  }

  private String where() {
    int cores = Runtime.getRuntime().availableProcessors();
    return cores + " cores, Java " + Runtime.version().feature()
        + (carriers > 0 ? ", " + carriers + " carriers" : "");
  }
}
