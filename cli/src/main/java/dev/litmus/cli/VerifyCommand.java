package dev.litmus.cli;

import dev.litmus.cli.schema.FileWords;
import dev.litmus.cli.schema.SchemaException;
import dev.litmus.cli.verify.Verified;
import dev.litmus.cli.verify.VerifyJson;
import dev.litmus.cli.verify.VerifyText;
import dev.litmus.processor.schema.ApplicationFunctions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code litmus verify}: what is wrong with one database does not keep the others from being looked at. */
@Command(
    name = "verify",
    description = {
      "Says whether migrations can be applied, and undone.",
      "",
      "Reads all files of each database, applies them to an empty database in memory, and proves of them what a build "
          + "proves: Down leads back, rows do not make Up fail, nothing is lost. No database file is touched.",
      "",
      "Example: litmus verify --migrations migrations",
      ""
    },
    exitCodeList = {
      "0:a build accepts all of them; warnings are printed",
      "1:a build refuses some; what is wrong is printed",
      "2:the arguments cannot be used, or there are no migrations"
    })
final class VerifyCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin
  private MigrationOptions migrations = new MigrationOptions();

  @Mixin
  private ApplicationOptions application = new ApplicationOptions();

  @Option(names = "--notes", description = "Say as well what Down parts drop.")
  private boolean notes;

  @Option(names = "--json", description = "Print a line of JSON for each database.")
  private boolean json;

  VerifyCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, SQLException {
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
