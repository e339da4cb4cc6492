package dev.litmus.cli;

import dev.litmus.cli.operate.Moves;
import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Migrator;
import dev.litmus.runtime.migration.MigrationMove;
import dev.litmus.runtime.migration.MigrationTarget;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code litmus plan}. */
@Command(
    name = "plan",
    description = {
      "Says what migrating would do, statement by statement.",
      "",
      "No file is changed, and none is created. With a version below that of a database, it says what "
          + "rolling back would do.",
      "",
      "Example: litmus plan --migrations migrations --directory data",
      ""
    },
    exitCodeList = {
      "0:printed",
      "1:a database cannot be migrated or rolled back; why is printed",
      "2:the arguments or the migrations cannot be used"
    })
final class PlanCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin
  private DatabaseOptions databases = new DatabaseOptions();

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = "The version to reach; without it, the newest.")
  private @Nullable Long version;

  @Option(names = "--json", description = "Print a line of JSON for each database.")
  private boolean json;

  PlanCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    MigrationTarget target =
        version == null ? MigrationTarget.latest() : MigrationTarget.version(version);
    for (Map.Entry<String, Migrator> one :
        databases.migrators(DatabaseSettings.DEFAULT).entrySet()) {
      List<MigrationMove> moves = one.getValue().plan(target);
      streams.print(
          json ? Moves.json(one.getKey(), moves, true) : Moves.text(one.getKey(), moves, true));
    }
    return LitmusCommand.OK;
  }
}
