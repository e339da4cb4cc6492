package dev.litmus.cli;

import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Migrator;
import dev.litmus.runtime.migration.RepairedMigration;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code litmus repair}. */
@Command(
    name = "repair",
    description = {
      "Takes over the names and checksums of migrations that were edited on purpose.",
      "",
      "Only the history is changed. Whether the database is what the edited files would have made is yours to know.",
      "",
      "Example: litmus repair --migrations migrations --directory data --database chat",
      ""
    },
    exitCodeList = {
      "0:the history agrees with the files",
      "1:the database cannot be repaired; why is printed",
      "2:the arguments or the migrations cannot be used"
    })
final class RepairCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin
  private DatabaseOptions databases = new DatabaseOptions();

  RepairCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    Map.Entry<String, Migrator> one = databases.onlyMigrator(DatabaseSettings.DEFAULT);
    List<RepairedMigration> repaired = one.getValue().repair();
    streams.print(
        repaired.isEmpty()
            ? one.getKey() + ": nothing to do\n"
            : repaired.stream()
                .map(each ->
                    one.getKey() + ": taken over: " + each.version() + " " + each.name() + "\n")
                .collect(Collectors.joining()));
    return LitmusCommand.OK;
  }
}
