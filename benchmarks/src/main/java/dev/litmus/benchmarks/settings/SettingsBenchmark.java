package dev.litmus.benchmarks.settings;

import dev.litmus.benchmarks.growth.TemporaryFolder;
import dev.litmus.benchmarks.plot.Program;
import dev.litmus.benchmarks.plot.Results;
import dev.litmus.benchmarks.plot.Table;
import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Durability;
import dev.litmus.runtime.TimeOrderedIds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Single inserts with one thing changed at a time; all variants take turns, so that a moment's load is everybody's. */
@Command(
    name = "settings",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "What settings and keys are worth: single inserts, each in a transaction of its own.")
public final class SettingsBenchmark implements Callable<Integer> {

  private static final long MEBIBYTE = 1 << 20;
  private static final int TURNS = 20;
  private static final double HIGH = 0.99;

  @Option(names = "--rows", description = "How many rows there are before; 100,000 by default.")
  private long rows = 100_000;

  @Option(
      names = "--inserts",
      description = "How many are inserted in each variant; 40,000 by default.")
  private int inserts = 40_000;

  @Option(names = "--quick", description = "Small numbers, which say only that it runs.")
  private boolean quick;

  @Mixin
  private Results results = new Results();

  /** What is tried: the settings, and what makes the keys. */
  private record Variant(DatabaseSettings settings, Supplier<String> keys) {}

  /** Starts it. */
  public static void main(String[] arguments) {
    Program.run(new SettingsBenchmark(), arguments);
  }

  @Override
  public Integer call() throws IOException {
    if (quick) {
      rows = 1_000;
      inserts = 200;
    }
    Table table = new Table(
        "Inserts into " + rows + " rows, each in a transaction of its own",
        "variant",
        "mean µs",
        "to the default",
        "p50 µs",
        "p99 µs",
        "longest µs",
        "log MiB");
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Map<String, Inserts> all = new LinkedHashMap<>();
      try {
        open(folder.path(), all);
        for (int turn = 0; turn < TURNS; turn++) {
          for (Inserts each : all.values()) {
            each.run(inserts / TURNS);
          }
        }
        double usual = all.values().iterator().next().mean();
        all.forEach((name, found) -> table.row(
            name,
            found.mean(),
            found.mean() / usual,
            found.below(0.5),
            found.below(HIGH),
            found.below(1),
            found.largestLogMebibytes()));
      } finally {
        all.values().forEach(Inserts::close);
      }
    }
    results.show("settings", table);
    return 0;
  }

  private void open(Path folder, Map<String, Inserts> all) {
    variants().forEach((name, variant) -> {
      Path file = folder.resolve(all.size() + ".sqlite");
      all.put(name, new Inserts(file, variant.settings, rows, variant.keys, inserts));
    });
  }

  private static Map<String, Variant> variants() {
    DatabaseSettings usual = DatabaseSettings.DEFAULT;
    Random random = new Random(1);
    Supplier<String> anywhere = () -> new UUID(random.nextLong(), random.nextLong()).toString();
    Map<String, Variant> variants = new LinkedHashMap<>();
    variants.put("default, random keys", new Variant(usual, anywhere));
    variants.put("keys in the order of time", new Variant(usual, TimeOrderedIds::text));
    for (int mebibytes : new int[] {1, 4, 64}) {
      variants.put(
          "log of " + mebibytes + " MiB",
          new Variant(usual.with(s -> s.logSize(mebibytes * MEBIBYTE)), anywhere));
    }
    variants.put(
        "cache of 160 MiB", new Variant(usual.with(s -> s.cacheSize(160 * MEBIBYTE)), anywhere));
    variants.put("mapped", new Variant(usual.with(s -> s.mmapSize(1 << 30)), anywhere));
    variants.put("FULL", new Variant(usual.with(s -> s.durability(Durability.FULL)), anywhere));
    return variants;
  }
}
