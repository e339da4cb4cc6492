package dev.litmus.cli;

import dev.litmus.cli.operate.Checks;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.health.IntegrityDepth;
import dev.litmus.runtime.health.IntegrityFinding;
import dev.litmus.runtime.health.IntegrityReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code litmus check}: what is wrong with one database does not keep the others from being checked. */
@Command(
    name = "check",
    description = {
      "Says whether databases are damaged.",
      "",
      "Reads all of each: pages, indexes, foreign keys, and indexes for full-text search with the texts that they are "
          + "of. Repairs nothing.",
      "",
      "Example: litmus check --directory data",
      ""
    },
    exitCodeList = {
      "0:all are sound",
      "1:something is wrong, or one cannot be read",
      "2:the arguments cannot be used"
    })
final class CheckCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin
  private FileOptions files = new FileOptions();

  @Option(
      names = "--quick",
      description = "Do not compare indexes with their tables, which is most of the work.")
  private boolean quick;

  @Option(names = "--json", description = "Print a line of JSON for each database.")
  private boolean json;

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    boolean sound = true;
    Map<String, Path> all = files.files();
    try (Progress progress = Progress.of(streams, !json)) {
      progress.begin("check", List.copyOf(all.keySet()));
      for (Map.Entry<String, Path> one : all.entrySet()) {
        IntegrityReport report = check(one);
        sound &= report.isSound();
        progress.print(json ? Checks.json(report) : Checks.text(report));
        progress.step();
      }
    }
    return sound ? LitmusCommand.OK : LitmusCommand.FOUND;
  }

  private IntegrityReport check(Map.Entry<String, Path> one) {
    IntegrityDepth depth = quick ? IntegrityDepth.QUICK : IntegrityDepth.FULL;
    try (SqliteDatabase database = FileOptions.open(one)) {
      return database.health().check(depth);
    } catch (DatabaseBusyException e) {
      throw e;
    } catch (LitmusException e) {
      // One that cannot be opened is what was asked about.
      return new IntegrityReport(
          one.getKey(),
          depth,
          List.of(new IntegrityFinding(
              IntegrityFinding.Kind.STRUCTURE,
              "",
              String.valueOf(e.getMessage()),
              "litmus restore puts a backup in its place")));
    }
  }
}
