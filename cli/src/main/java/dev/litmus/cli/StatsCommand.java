package dev.litmus.cli;

import dev.litmus.cli.operate.Sizes;
import dev.litmus.runtime.Health;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code litmus stats}. */
@Command(
    name = "stats",
    description = {
      "Says how large databases are, and what in them is.",
      "",
      "Reads all of each, beside whoever writes.",
      "",
      "Example: litmus stats --directory data",
      ""
    },
    exitCodeList = {"0:done", "1:one cannot be read", "2:the arguments cannot be used"})
final class StatsCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin
  private FileOptions files = new FileOptions();

  @Option(names = "--json", description = "Print a line of JSON for each database.")
  private boolean json;

  StatsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    return files.each(streams, "stats", !json, (database, progress) -> {
      Health health = database.health();
      return json
          ? Sizes.json(health.statistics(), health.sizes())
          : Sizes.text(health.statistics(), health.sizes());
    });
  }
}
