package dev.litmus.cli;

import dev.litmus.cli.draft.NextMigration;
import dev.litmus.cli.schema.FileWords;
import dev.litmus.cli.schema.MigratedSchema;
import dev.litmus.cli.schema.SchemaException;
import dev.litmus.cli.schema.ScriptSchema;
import dev.litmus.processor.diff.DraftFailedException;
import dev.litmus.processor.diff.MigrationDraft;
import dev.litmus.processor.schema.ApplicationFunctions;
import dev.litmus.processor.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code litmus new}: writes one file that was not there, or none. */
@Command(
    name = "new",
    description = {
      "Writes the file of the next migration of a database.",
      "",
      "With --to it is a draft that leads to the schema of a file and back, with a TODO where rows "
          + "would be lost or a value is missing: read it before anybody runs it.",
      "",
      "Example: litmus new add_isbn --migrations migrations --database library --to wanted.sql",
      ""
    },
    exitCodeList = {
      "0:the file was written; or the migrations make the wanted schema already",
      "1:no draft was found that leads there and back; nothing was written",
      "2:the arguments, the migrations or the wanted schema cannot be used"
    })
final class NewCommand implements Callable<Integer> {

  private static final String EMPTY = "-- Up\n\n-- Down\n";

  private final Streams streams;

  @Parameters(index = "0", paramLabel = "NAME", description = "What the migration is called.")
  private @Nullable String name;

  @Mixin
  private MigrationOptions migrations = new MigrationOptions();

  @Mixin
  private ApplicationOptions application = new ApplicationOptions();

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "SQL that makes the wanted schema, as `litmus snapshot` prints it.")
  private @Nullable Path wanted;

  NewCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, SQLException {
    String called = Objects.requireNonNull(name);
    if (!NextMigration.isName(called)) {
      throw new UnusableException("a migration cannot be called `" + called + "`\n"
          + "use letters, digits, `_` and `-`, for example `add_isbn`");
    }
    String database = migrations.database();
    Path folder = migrations.folder().resolve(database);
    try {
      Path file = NextMigration.file(folder, called)
          .orElseThrow(() -> new UnusableException(
              "the newest migration of `" + database + "` has the largest version there is"));
      MigrationDraft draft = wanted == null ? null : draft(database, folder, wanted);
      if (draft != null && draft.isEmpty()) {
        streams.print(
            "the migrations of `" + database + "` make the schema of " + wanted + " already\n");
        return LitmusCommand.OK;
      }
      Files.createDirectories(folder);
      Files.writeString(file, draft == null ? EMPTY : draft.text(), StandardOpenOption.CREATE_NEW);
      streams.print("wrote " + file + "\n" + (draft == null ? "" : todo(draft)));
      return LitmusCommand.OK;
    } catch (DraftFailedException e) {
      streams
          .printErr()
          .println("litmus: no draft was found that leads to " + wanted + " and back: "
              + e.getMessage() + "\nthis was tried; take from it what helps:\n\n" + e.text());
      return LitmusCommand.FOUND;
    } catch (SchemaException e) {
      throw new UnusableException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UnusableException("the file cannot be written: " + FileWords.of(e), e);
    }
  }

  private MigrationDraft draft(String database, Path folder, Path script)
      throws SchemaException, DraftFailedException, UnusableException, SQLException {
    ApplicationFunctions functions = application.functions();
    try (Schema before = before(database, folder, functions);
        Schema after = ScriptSchema.read(script, functions).open()) {
      return MigrationDraft.between(before, after);
    }
  }

  /** Of the first migration it is the empty schema. */
  private Schema before(String database, Path folder, ApplicationFunctions functions)
      throws SchemaException, SQLException {
    return Files.isDirectory(folder)
        ? new MigratedSchema(migrations.folder(), database, functions).open()
        : new ScriptSchema(Path.of(database), "", functions).open();
  }

  private static String todo(MigrationDraft draft) {
    int open = draft.todo().size();
    return open == 0
        ? ""
        : "to do: " + open + (open == 1 ? " line" : " lines") + " behind `-- TODO`\n";
  }
}
