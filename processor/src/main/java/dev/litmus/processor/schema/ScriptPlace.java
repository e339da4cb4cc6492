package dev.litmus.processor.schema;

import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Excerpt;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import dev.litmus.processor.sql.ParsedStatement;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Command;
import dev.litmus.runtime.internal.migration.MigrationFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of the option {@code litmus.schema}, for databases that others migrate: one file, the schema of the one
 * database there is, or a folder with {@code <database>.sql} for each.
 */
public final class ScriptPlace implements SchemaSources {

  private static final String SUFFIX = ".sql";

  private final Path place;

  /** The database that the one file is the schema of: the first that was asked for. */
  private @Nullable String only;

  public ScriptPlace(Path place) {
    this.place = place;
  }

  @Override
  public Checked<Schema> build(String database, ApplicationFunctions application, Origin origin)
      throws IOException, SQLException {
    if (Files.isDirectory(place)) {
      Path file = place.resolve(database + SUFFIX);
      return MigrationPlaces.isName(database) && Files.isRegularFile(file)
          ? read(
              database, file, place.getFileName() + "/" + file.getFileName(), application, origin)
          : Checked.failed(unknown(database, origin));
    }
    if (only == null) {
      only = database;
    }
    return only.equals(database)
        ? read(database, place, String.valueOf(place.getFileName()), application, origin)
        : Checked.failed(several(only, database, origin));
  }

  private Problem unknown(String database, Origin origin) {
    Problem problem = Problem.of(
            ProblemCode.UNKNOWN_DATABASE,
            origin,
            "there is no schema of the database `" + database + "`")
        .evidence("tried `" + place.resolve(database + SUFFIX) + "` (option -Alitmus.schema)");
    List<String> databases = databases();
    return databases.isEmpty()
        ? problem.help("write a script that makes its schema there")
        : problem
            .evidence("databases with a schema: " + Suggestions.list(databases))
            .suggest(Suggestions.nearest(database, databases));
  }

  private Problem several(String one, String other, Origin origin) {
    return Problem.of(
            ProblemCode.INVALID_OPTION,
            origin,
            "option `-Alitmus.schema`: `" + place
                + "` is the schema of one database, and repositories name `" + one + "` and `"
                + other + "`")
        .help("name a folder that has `" + one + SUFFIX + "` and `" + other + SUFFIX + "`");
  }

  private static Checked<Schema> read(
      String database, Path file, String location, ApplicationFunctions application, Origin origin)
      throws IOException, SQLException {
    MigrationFile script;
    try {
      script =
          new MigrationFile(String.valueOf(file.getFileName()), location, Files.readString(file));
    } catch (CharacterCodingException e) {
      return Checked.failed(failed(origin, "the schema `" + location + "` is not UTF-8"));
    }
    Optional<Problem> reaching = reaching(script, origin);
    return reaching.isPresent()
        ? Checked.failed(reaching.get())
        : run(database, script, application, origin);
  }

  private static Checked<Schema> run(
      String database, MigrationFile script, ApplicationFunctions application, Origin origin)
      throws SQLException {
    try {
      Schema schema = SchemaScript.run(database, script.location(), script.text(), application);
      Optional<String> temporary = temporary(schema);
      if (temporary.isEmpty()) {
        return Checked.of(schema);
      }
      schema.close();
      return Checked.failed(failed(
              origin,
              "the schema `" + script.location() + "` makes `" + temporary.get() + "` in temp")
          .note("an application that opens the database has its main alone")
          .help("make it without TEMP"));
    } catch (ScriptFailedException e) {
      return Checked.failed(failed(origin, "the schema `" + script.location() + "` fails")
          .at(MigrationExcerpt.line(List.of(script), script.location(), e.line()))
          .note("SQLite says: " + e.words()));
    }
  }

  /** A build touches no files, and the application opens one database. */
  private static Optional<Problem> reaching(MigrationFile script, Origin origin) {
    return QueryParser.parse(script.text()).statements().stream()
        .filter(ScriptPlace::reaches)
        .findFirst()
        .map(statement -> failed(
                origin, "the schema `" + script.location() + "` reaches for another file")
            .at(firstLine(script, statement.span().start()))
            .help("keep to what makes the schema of the one database"));
  }

  private static boolean reaches(ParsedStatement statement) {
    return statement
        .tree()
        .filter(tree -> tree instanceof Command.Attach
            || (tree instanceof Command.Vacuum vacuum && vacuum.into().isPresent()))
        .isPresent();
  }

  private static Excerpt firstLine(MigrationFile script, int offset) {
    int line =
        1 + (int) script.text().chars().limit(offset).filter(c -> c == '\n').count();
    return MigrationExcerpt.line(List.of(script), script.location(), line);
  }

  private static Optional<String> temporary(Schema schema) throws SQLException {
    try (PreparedStatement statement =
            schema.prepare("SELECT name FROM temp.sqlite_schema ORDER BY rowid");
        ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  private static Problem failed(Origin origin, String fact) {
    return Problem.of(ProblemCode.FAILED_SCHEMA, origin, fact);
  }

  @Override
  public List<String> databases() {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .filter(MigrationPlaces::isName)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
