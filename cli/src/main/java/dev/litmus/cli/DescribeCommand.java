package dev.litmus.cli;

import dev.litmus.cli.describe.DescribeLines;
import dev.litmus.cli.describe.DescribeText;
import dev.litmus.cli.describe.Describer;
import dev.litmus.cli.describe.Description;
import dev.litmus.cli.schema.FileWords;
import dev.litmus.cli.schema.MigratedSchema;
import dev.litmus.cli.schema.SchemaException;
import dev.litmus.cli.schema.SchemaSource;
import dev.litmus.cli.schema.ScriptSchema;
import dev.litmus.processor.schema.ApplicationFunctions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code litmus describe}: the schema is made once, and every query judged by it. */
@Command(
    name = "describe",
    description = {
      "Says of queries whether they are valid on a schema, and what they yield, read and change.",
      "",
      "Reads lines {\"id\": …, \"sql\": \"…\"} of JSON from standard input and answers each with a line "
          + "on standard output, in order; or describes the one query of --sql for people. "
          + "Queries are judged, never run.",
      ""
    },
    exitCodeList = {
      "0:all lines of the input were answered; or the query of --sql is valid",
      "1:the query of --sql is invalid",
      "2:the arguments, the schema or a line of the input cannot be used"
    })
final class DescribeCommand implements Callable<Integer> {

  private final Streams streams;
  private final Consumer<Throwable> bugs;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private @Nullable SchemaOptions schema;

  @Option(
      names = "--sql",
      paramLabel = "TEXT",
      description = "One query, described for people; standard input is not read.")
  private @Nullable String sql;

  @Mixin
  private ApplicationOptions application = new ApplicationOptions();

  @Option(names = "--notes", description = "Say as well what could not be found out about a query.")
  private boolean notes;

  DescribeCommand(Streams streams, Consumer<Throwable> bugs) {
    this.streams = streams;
    this.bugs = bugs;
  }

  @Override
  public Integer call() throws UnusableException, SQLException {
    ApplicationFunctions functions = application.functions();
    try (Describer describer =
        Describer.open(Objects.requireNonNull(schema).source(functions), notes, bugs)) {
      return sql == null ? describeLines(describer) : describe(describer, sql);
    } catch (SchemaException e) {
      throw new UnusableException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UnusableException("the input or output fails: " + FileWords.of(e), e);
    }
  }

  private int describeLines(Describer describer) throws IOException {
    boolean allUsable = DescribeLines.answer(describer, streams.in(), streams.out());
    return allUsable ? LitmusCommand.OK : LitmusCommand.UNUSABLE;
  }

  private int describe(Describer describer, String query) throws IOException {
    Description description = describer.describe(query);
    streams.out().write(DescribeText.render(description).getBytes(StandardCharsets.UTF_8));
    return description.valid() ? LitmusCommand.OK : LitmusCommand.FOUND;
  }

  /** The two ways to give a schema; exactly one of them. */
  private static final class SchemaOptions {

    @ArgGroup(exclusive = false, multiplicity = "1")
    private @Nullable MigrationOptions migrations;

    @Option(
        names = "--schema",
        paramLabel = "FILE",
        required = true,
        description = "A plain SQL script that makes the schema, without the rules of migrations.")
    private @Nullable Path script;

    SchemaSource source(ApplicationFunctions application) throws SchemaException {
      return migrations == null
          ? ScriptSchema.read(Objects.requireNonNull(script), application)
          : new MigratedSchema(
              Objects.requireNonNull(migrations.folder),
              Objects.requireNonNull(migrations.database),
              application);
    }
  }

  /** A database and where its migrations are. */
  private static final class MigrationOptions {

    @Option(
        names = "--migrations",
        paramLabel = "DIR",
        required = true,
        description = "The folder of migrations, which has a folder for each database.")
    private @Nullable Path folder;

    @Option(
        names = "--database",
        paramLabel = "NAME",
        required = true,
        description = "The database, a folder of DIR.")
    private @Nullable String database;
  }
}
