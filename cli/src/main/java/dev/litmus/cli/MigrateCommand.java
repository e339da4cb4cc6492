package dev.litmus.cli;

import dev.litmus.cli.operate.Moves;
import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Migrator;
import dev.litmus.runtime.migration.MigrationMove;
import dev.litmus.runtime.migration.MigrationTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code litmus migrate}: all databases are looked at before the first of them is touched. */
@Command(
    name = "migrate",
    description = {
      "Applies the migrations that databases do not have yet.",
      "",
      "Each migration is one transaction. All databases are looked at first: when one would be refused, "
          + "none is touched. A database that is not there is created.",
      "",
      "Example: litmus migrate --migrations migrations --directory data --backup backups",
      ""
    },
    exitCodeList = {
      "0:all databases have all migrations",
      "1:a migration was refused or has failed; it is undone, and those before it stay",
      "2:the arguments or the migrations cannot be used"
    })
final class MigrateCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin
  private DatabaseOptions databases = new DatabaseOptions();

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = "The newest version to apply; without it, all.")
  private @Nullable Long version;

  @Option(
      names = "--backup",
      paramLabel = "DIR",
      description = "Copy each database there before it is changed.")
  private @Nullable Path backup;

  @Option(
      names = "--accept-late",
      description =
          "Apply migrations whose number is below one that is applied, as branches leave them.")
  private boolean late;

  @Option(names = "--json", description = "Print a line of JSON for each database.")
  private boolean json;

  MigrateCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    MigrationTarget target =
        version == null ? MigrationTarget.latest() : MigrationTarget.version(version);
    Map<String, Migrator> migrators = databases.migrators(settings());
    migrators.values().forEach(migrator -> migrator.plan(target));
    for (Map.Entry<String, Migrator> one : migrators.entrySet()) {
      List<MigrationMove> moves = one.getValue().migrate(target);
      streams.print(
          json ? Moves.json(one.getKey(), moves, false) : Moves.text(one.getKey(), moves, false));
    }
    return LitmusCommand.OK;
  }

  private DatabaseSettings settings() {
    return DatabaseSettings.DEFAULT.with(settings -> {
      settings.acceptLateMigrations(late);
      if (backup != null) {
        settings.backupBeforeMigrating(backup);
      }
    });
  }
}
