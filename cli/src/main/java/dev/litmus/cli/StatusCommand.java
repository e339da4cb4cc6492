package dev.litmus.cli;

import dev.litmus.cli.operate.StatusJson;
import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.MigrationStatus;
import dev.litmus.runtime.Migrator;
import dev.litmus.runtime.error.LitmusException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code litmus status}. */
@Command(
    name = "status",
    description = {
      "Says which migrations each database has.",
      "",
      "No file is changed, and none is created.",
      "",
      "Example: litmus status --migrations migrations --directory data",
      ""
    },
    exitCodeList = {
      "0:all databases are at the version of the migrations",
      "1:one is not, or cannot be read",
      "2:the arguments or the migrations cannot be used"
    })
final class StatusCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin
  private DatabaseOptions databases = new DatabaseOptions();

  @Option(names = "--json", description = "Print a line of JSON for each database.")
  private boolean json;

  StatusCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    boolean current = true;
    for (Map.Entry<String, Migrator> one :
        databases.migrators(DatabaseSettings.DEFAULT).entrySet()) {
      try {
        MigrationStatus status = one.getValue().status();
        current &= status.isCurrent();
        streams.print(
            json
                ? StatusJson.line(one.getKey(), status)
                : one.getKey() + "\n" + status.toTable().indent(2));
      } catch (LitmusException e) {
        // The others can be read nevertheless.
        streams.printErr().println("litmus: " + e.getMessage());
        current = false;
      }
    }
    return current ? LitmusCommand.OK : LitmusCommand.FOUND;
  }
}
