package dev.litmus.cli;

import dev.litmus.cli.diff.DiffJson;
import dev.litmus.cli.diff.DiffText;
import dev.litmus.cli.schema.FileWords;
import dev.litmus.cli.schema.MigratedSchema;
import dev.litmus.cli.schema.SchemaException;
import dev.litmus.cli.schema.SchemaSource;
import dev.litmus.cli.schema.ScriptSchema;
import dev.litmus.processor.diff.SchemaChange;
import dev.litmus.processor.diff.SchemaDiff;
import dev.litmus.processor.schema.ApplicationFunctions;
import dev.litmus.processor.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code litmus diff}: both schemas are made in memory and compared piece by piece. */
@Command(
    name = "diff",
    description = {
      "Says what is different between two schemas.",
      "",
      "Each is a folder with the migrations of one database, or a file with SQL that makes a schema. "
          + "Comments, white space, quotes that are not needed and the case of keywords do not count.",
      "",
      "Example: litmus diff migrations/chat wanted.sql",
      ""
    },
    exitCodeList = {
      "0:the schemas are the same",
      "1:they are different",
      "2:the arguments or one of the schemas cannot be used"
    })
final class DiffCommand implements Callable<Integer> {

  private final Streams streams;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The schema to begin with.")
  private @Nullable Path before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "The schema to compare with it.")
  private @Nullable Path after;

  @Mixin
  private ApplicationOptions application = new ApplicationOptions();

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  DiffCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, SQLException {
    ApplicationFunctions functions = application.functions();
    try (Schema first = source(Objects.requireNonNull(before), functions).open();
        Schema second = source(Objects.requireNonNull(after), functions).open()) {
      List<SchemaChange> changes = SchemaDiff.between(first, second);
      streams.print(json ? DiffJson.render(changes) : DiffText.render(changes));
      return changes.isEmpty() ? LitmusCommand.OK : LitmusCommand.FOUND;
    } catch (SchemaException e) {
      throw new UnusableException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UnusableException("the output fails: " + FileWords.of(e), e);
    }
  }

  private static SchemaSource source(Path path, ApplicationFunctions functions)
      throws SchemaException, UnusableException {
    if (!Files.isDirectory(path)) {
      return ScriptSchema.read(path, functions);
    }
    Path folder = path.toAbsolutePath().normalize();
    if (folder.getParent() == null) {
      throw new UnusableException("`" + path + "` is not the folder of a database");
    }
    return new MigratedSchema(folder.getParent(), folder.getFileName().toString(), functions);
  }
}
