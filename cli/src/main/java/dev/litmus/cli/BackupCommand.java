package dev.litmus.cli;

import dev.litmus.cli.operate.BackupLines;
import dev.litmus.runtime.backup.BackupOptions;
import dev.litmus.runtime.backup.Retention;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code litmus backup}: one that fails does not take the others along. */
@Command(
    name = "backup",
    description = {
      "Makes a backup of each database, while others may use it.",
      "",
      "Each is of one moment, checked, and on the disk when its name appears: <database>_<time>.sqlite, with what is known "
          + "of it in a .json beside it.",
      "",
      "Example: litmus backup --directory data --to backups --gzip --keep 3 --daily 7 --weekly 4",
      ""
    },
    exitCodeList = {
      "0:there is a backup of each",
      "1:of one there is none; those that were there before are there",
      "2:the arguments cannot be used"
    })
final class BackupCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin
  private FileOptions files = new FileOptions();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "Where the backups go.")
  private @Nullable Path target;

  @Option(names = "--gzip", description = "Compress them.")
  private boolean gzip;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "Delete older ones, but for the newest N of each database.")
  private @Nullable Integer keep;

  @Option(
      names = "--daily",
      paramLabel = "N",
      description = "Keep the last one of each of N days as well.")
  private int daily;

  @Option(
      names = "--weekly",
      paramLabel = "N",
      description = "Keep the last one of each of N weeks as well.")
  private int weekly;

  @Option(names = "--json", description = "Print a line of JSON for each database.")
  private boolean json;

  BackupCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    BackupOptions options = options();
    Path folder = Objects.requireNonNull(target);
    return files.each(streams, "backup", !json, (database, progress) -> {
      String name = database.schema();
      return BackupLines.of(
          name, database.backups().create(folder, options.withProgress(progress.of(name))), json);
    });
  }

  private BackupOptions options() throws UnusableException {
    BackupOptions options = gzip ? BackupOptions.DEFAULT.withCompression() : BackupOptions.DEFAULT;
    if (keep == null) {
      if (daily > 0 || weekly > 0) {
        throw new UnusableException(
            "--daily and --weekly say what stays of older backups\nadd --keep N, the newest ones that stay");
      }
      return options;
    }
    try {
      return options.withRetention(new Retention(keep, daily, weekly));
    } catch (IllegalArgumentException e) {
      throw new UnusableException(String.valueOf(e.getMessage()), e);
    }
  }
}
