package dev.litmus.cli;

import dev.litmus.cli.operate.BackupLines;
import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Restorer;
import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.RestoreOptions;
import dev.litmus.runtime.backup.RestoredDatabase;
import dev.litmus.runtime.error.LitmusException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code litmus restore}. */
@Command(
    name = "restore",
    description = {
      "Puts a backup in the place of a database.",
      "",
      "The backup is read and checked first, and what was there before is kept beside it. Refused when another program "
          + "has the database open.",
      "",
      "Example: litmus restore backups --directory data --database chat",
      ""
    },
    exitCodeList = {
      "0:the database has what the backup has",
      "1:refused or failed; the database is as it was",
      "2:the arguments cannot be used"
    })
final class RestoreCommand implements Callable<Integer> {

  private final Streams streams;

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      required = true,
      description = "Where the database is, <database>.sqlite.")
  private @Nullable Path directory;

  @Option(names = "--database", paramLabel = "NAME", required = true, description = "The database.")
  private @Nullable String database;

  @Option(
      names = "--migrations",
      paramLabel = "DIR",
      description =
          "The folder of migrations: the backup is refused when it is newer, and migrated when it is older.")
  private @Nullable Path migrations;

  @Option(names = "--json", description = "Print a line of JSON.")
  private boolean json;

  RestoreCommand(Streams streams) {
    this.streams = streams;
  }

  /** Which one; exactly one of them. */
  private static final class Source {

    @Parameters(
        paramLabel = "BACKUP",
        description = "The backup; of a folder, the newest one of this database in it.")
    private @Nullable Path backup;

    @Option(names = "--undo", description = "Go back to what the last restore has replaced.")
    private boolean undo;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    String name = Objects.requireNonNull(database);
    MigrationOptions.requireName(name);
    Restorer restorer = restorer(name);
    try (Progress progress = Progress.of(streams, !json)) {
      progress.begin("restore", List.of(name));
      RestoreOptions options = RestoreOptions.DEFAULT.withProgress(progress.of(name));
      RestoredDatabase restored = source.undo
          ? restorer.undoRestore()
          : restorer.restore(backup(restorer, Objects.requireNonNull(source.backup)), options);
      progress.print(BackupLines.of(name, restored, json));
    }
    return LitmusCommand.OK;
  }

  private Restorer restorer(String name) throws UnusableException {
    Path file = Objects.requireNonNull(directory).resolve(name + ".sqlite");
    DatabaseSettings settings = DatabaseSettings.DEFAULT;
    try {
      return migrations == null
          ? Restorer.asIs(name, file, settings)
          : Restorer.fromFolder(migrations, name, file, settings);
    } catch (LitmusException e) {
      throw new UnusableException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Path backup(Restorer restorer, Path given) throws UnusableException {
    if (!Files.isDirectory(given)) {
      return given;
    }
    List<Backup> all = restorer.list(given);
    if (all.isEmpty()) {
      throw new UnusableException("there is no backup of this database in `" + given + "`");
    }
    return all.get(0).file();
  }
}
