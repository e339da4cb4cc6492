package dev.litmus.cli;

import dev.litmus.cli.operate.Upkeep;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code litmus vacuum}. */
@Command(
    name = "vacuum",
    description = {
      "Writes databases anew, without the pages that hold nothing.",
      "",
      "Needs up to twice the size of each of free room, and keeps writers waiting meanwhile. Refused where SQLite would give "
          + "rows other numbers that an index for full-text search goes by.",
      "",
      "Example: litmus vacuum --directory data --database chat",
      ""
    },
    exitCodeList = {
      "0:done",
      "1:one was refused or has failed; it is as it was",
      "2:the arguments cannot be used"
    })
final class VacuumCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin
  private FileOptions files = new FileOptions();

  @Option(names = "--json", description = "Print a line of JSON for each database.")
  private boolean json;

  VacuumCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    return files.each(
        streams,
        "vacuum",
        !json,
        (database, progress) -> Upkeep.of(database.health().vacuum(), json));
  }
}
