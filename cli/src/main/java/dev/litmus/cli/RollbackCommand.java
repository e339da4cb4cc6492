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
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code litmus rollback}. */
@Command(
    name = "rollback",
    description = {
      "Undoes migrations of one database, the newest first.",
      "",
      "Each runs what stands below `-- Down` in its file, as one transaction. Nothing is touched when one on the "
          + "way cannot be undone.",
      "",
      "Example: litmus rollback --migrations migrations --directory data --database chat --steps 1",
      ""
    },
    exitCodeList = {
      "0:the database is at the version that was asked for",
      "1:a migration was refused or has failed; it stays applied, and those after it are undone",
      "2:the arguments or the migrations cannot be used"
    })
final class RollbackCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin
  private DatabaseOptions databases = new DatabaseOptions();

  @ArgGroup(multiplicity = "1")
  private Target target = new Target();

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  RollbackCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    MigrationTarget wanted = target.get();
    try (Progress progress = Progress.of(streams, !json)) {
      Map.Entry<String, Migrator> one =
          databases.onlyMigrator(DatabaseSettings.DEFAULT.with(s -> s.listener(progress)));
      List<MigrationMove> planned = one.getValue().plan(wanted);
      progress.begin("rollback", Moves.names(Map.of(one.getKey(), planned)));
      new DoneMoves(progress, json)
          .run(one.getKey(), planned, () -> one.getValue().rollback(wanted));
    }
    return LitmusCommand.OK;
  }

  /** How far; exactly one of them. */
  private static final class Target {

    @Option(
        names = "--to",
        paramLabel = "VERSION",
        description = "The version that stays; 0 for none at all.")
    private @Nullable Long version;

    @Option(names = "--steps", paramLabel = "N", description = "How many migrations to undo.")
    private @Nullable Integer steps;

    MigrationTarget get() throws UnusableException {
      try {
        if (steps != null) {
          return MigrationTarget.stepsBack(steps);
        }
        return version == null || version == 0
            ? MigrationTarget.nothing()
            : MigrationTarget.version(version);
      } catch (IllegalArgumentException e) {
        throw new UnusableException(String.valueOf(e.getMessage()), e);
      }
    }
  }
}
