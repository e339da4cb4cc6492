package dev.litmus.cli;

import dev.litmus.cli.operate.Moves;
import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Migrator;
import dev.litmus.runtime.migration.MigrationMove;
import dev.litmus.runtime.migration.MigrationTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
      "Example: litmus migrate --migrations migrations --directory data",
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
    try (Progress progress = Progress.of(streams, !json)) {
      Map<String, Migrator> migrators = databases.migrators(settings(progress));
      Map<String, List<MigrationMove>> planned = new LinkedHashMap<>();
      migrators.forEach((database, migrator) -> planned.put(database, migrator.plan(target)));
      progress.begin("migrate", Moves.names(planned));
      DoneMoves done = new DoneMoves(progress, json);
      for (Map.Entry<String, Migrator> one : migrators.entrySet()) {
        String database = one.getKey();
        done.run(
            database,
            planned.getOrDefault(database, List.of()),
            () -> one.getValue().migrate(target));
      }
    }
    return LitmusCommand.OK;
  }

  private DatabaseSettings settings(Progress progress) {
    return DatabaseSettings.DEFAULT.with(settings -> {
      settings.listener(progress);
      settings.acceptLateMigrations(late);
      if (backup != null) {
        settings.backupBeforeMigrating(backup);
      }
    });
  }
}
