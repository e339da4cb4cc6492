package dev.litmus.cli;

import dev.litmus.cli.describe.DescribeLines;
import dev.litmus.cli.describe.DescribeText;
import dev.litmus.cli.describe.Describer;
import dev.litmus.cli.describe.Description;
import dev.litmus.cli.describe.MigratedSchema;
import dev.litmus.cli.describe.SchemaException;
import dev.litmus.cli.describe.SchemaSource;
import dev.litmus.cli.describe.ScriptSchema;
import dev.litmus.processor.schema.ApplicationFunctions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--function",
      paramLabel = "SIGNATURE",
      description =
          "A function of the application, for example 'slug(TEXT) TEXT'; as often as there are some.")
  private List<String> functions = List.of();

  @Option(
      names = "--collation",
      paramLabel = "NAME",
      description = "A collation of the application; as often as there are some.")
  private List<String> collations = List.of();

  @Option(names = "--notes", description = "Say as well what could not be found out about a query.")
  private boolean notes;

  DescribeCommand(Streams streams, Consumer<Throwable> bugs) {
    this.streams = streams;
    this.bugs = bugs;
  }

  @Override
  public Integer call() throws UnusableException, SQLException {
    ApplicationFunctions application = application();
    try (Describer describer =
        Describer.open(Objects.requireNonNull(schema).source(application), notes, bugs)) {
      return sql == null ? describeLines(describer) : describe(describer, sql);
    } catch (SchemaException e) {
      throw new UnusableException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UnusableException("the input or output fails: " + e.getMessage(), e);
    }
  }

  private ApplicationFunctions application() throws UnusableException {
    List<ApplicationFunctions> all = new ArrayList<>();
    for (String signature : functions) {
      all.add(ApplicationFunctions.parse(signature)
          .orElseThrow(
              () -> new UnusableException("`" + signature + "` is no signature of a function\n"
                  + "write it as `slug(TEXT) TEXT`, or `AGGREGATE middle(NUMERIC) REAL?` with a question"
                  + " mark for what can be NULL")));
    }
    for (String name : collations) {
      all.add(ApplicationFunctions.parse("COLLATION " + name)
          .orElseThrow(() -> new UnusableException("`" + name + "` is no name of a collation")));
    }
    return ApplicationFunctions.union(all);
  }

  private int describeLines(Describer describer) throws IOException {
    boolean allUsable = DescribeLines.answer(describer, streams.in(), streams.out());
    return allUsable ? LitmusCommand.OK : LitmusCommand.UNUSABLE;
  }

  private int describe(Describer describer, String query) throws IOException {
    Description description = describer.describe(query);
    streams.out().write(DescribeText.render(description).getBytes(StandardCharsets.UTF_8));
    return description.valid() ? LitmusCommand.OK : LitmusCommand.INVALID;
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
