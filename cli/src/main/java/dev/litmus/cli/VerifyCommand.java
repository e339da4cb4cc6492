package dev.litmus.cli;

import dev.litmus.cli.schema.FileWords;
import dev.litmus.cli.schema.SchemaException;
import dev.litmus.cli.verify.Verified;
import dev.litmus.cli.verify.VerifyJson;
import dev.litmus.cli.verify.VerifyText;
import dev.litmus.processor.schema.ApplicationFunctions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code litmus verify}: what is wrong with one database does not keep the others from being looked at. */
@Command(
    name = "verify",
    description = {
      "Says whether migrations can be applied, and undone; or whether backups can be restored.",
      "",
      "Of migrations, reads all files of each database, applies them to an empty database in memory, and proves of them what a build "
          + "proves: Down leads back, rows do not make Up fail, nothing is lost. No database file is touched.",
      "",
      "Of backups, reads all of each, compares it with what was written down beside it, and has SQLite check what is in it.",
      "",
      "Example: litmus verify --migrations migrations",
      "Example: litmus verify backups",
      ""
    },
    exitCodeList = {
      "0:a build accepts all of them, or all backups can be restored; warnings are printed",
      "1:a build refuses some, or some backups are damaged; what is wrong is printed",
      "2:the arguments cannot be used, or there are no migrations or backups"
    })
final class VerifyCommand implements Callable<Integer> {

  private final Streams streams;

  @ArgGroup(multiplicity = "1")
  private Subject subject = new Subject();

  @Mixin
  private ApplicationOptions application = new ApplicationOptions();

  @Option(names = "--notes", description = "Say as well what Down parts drop.")
  private boolean notes;

  @Option(names = "--json", description = "Print a line of JSON for each database.")
  private boolean json;

  /** What is verified; exactly one of them. */
  private static final class Subject {

    @ArgGroup(exclusive = false)
    private @Nullable MigrationOptions migrations;

    @Parameters(paramLabel = "BACKUP", description = "Backups, or folders of them.")
    private List<Path> backups = List.of();
  }

  VerifyCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, SQLException, IOException {
    return subject.migrations == null
        ? new BackupVerifier(streams, json).run(subject.backups)
        : verify(subject.migrations);
  }

  private int verify(MigrationOptions migrations) throws UnusableException, SQLException {
    ApplicationFunctions functions = application.functions();
    List<Verified> all = new ArrayList<>();
    try {
      List<String> databases = migrations.databases();
      try (Progress progress = Progress.of(streams, !json)) {
        progress.begin("verify", databases);
        for (String database : databases) {
          all.add(Verified.of(migrations.folder(), database, functions, notes));
          progress.step();
        }
      }
      streams.print(json ? VerifyJson.render(all) : VerifyText.render(all));
    } catch (SchemaException e) {
      throw new UnusableException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UnusableException("the output fails: " + FileWords.of(e), e);
    }
    return all.stream().allMatch(Verified::isValid) ? LitmusCommand.OK : LitmusCommand.FOUND;
  }
}
