package dev.litmus.cli;

import dev.litmus.cli.operate.Upkeep;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code litmus optimize}. */
@Command(
    name = "optimize",
    description = {
      "Has SQLite count again what it plans queries by.",
      "",
      "Only where that has changed a lot; programs that have a database open plan by it from then on.",
      "",
      "Example: litmus optimize --directory data",
      ""
    },
    exitCodeList = {"0:done", "1:one cannot be optimized", "2:the arguments cannot be used"})
final class OptimizeCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin
  private FileOptions files = new FileOptions();

  @Option(names = "--json", description = "Print a line of JSON for each database.")
  private boolean json;

  OptimizeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    return files.each(
        streams,
        "optimize",
        !json,
        (database, progress) -> Upkeep.of(database.health().optimize(), json));
  }
}
