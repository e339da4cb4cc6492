package dev.litmus.cli;

import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Migrator;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code litmus baseline}. */
@Command(
    name = "baseline",
    description = {
      "Says of a database without a history which version it has.",
      "",
      "Its schema is compared with what the migrations up to that version make; when anything is different, "
          + "nothing is changed.",
      "",
      "Example: litmus baseline --migrations migrations --directory data --database chat --version-is 3",
      ""
    },
    exitCodeList = {
      "0:the database has its history",
      "1:its schema is another one, or it has a history; what is different is printed",
      "2:the arguments or the migrations cannot be used"
    })
final class BaselineCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin
  private DatabaseOptions databases = new DatabaseOptions();

  @Option(
      names = "--version-is",
      paramLabel = "VERSION",
      required = true,
      description = "The version whose schema the database has.")
  private long version;

  BaselineCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    Map.Entry<String, Migrator> one = databases.onlyMigrator(DatabaseSettings.DEFAULT);
    one.getValue().baseline(version);
    streams.print(one.getKey() + ": is at version " + version + "\n");
    return LitmusCommand.OK;
  }
}
