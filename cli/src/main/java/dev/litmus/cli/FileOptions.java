package dev.litmus.cli;

import dev.litmus.cli.schema.FileWords;
import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The database files in a directory, for commands that need to know nothing of their schemas. */
final class FileOptions {

  private static final String ENDING = ".sqlite";

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      required = true,
      description = "Where the databases are, <database>.sqlite each.")
  private @Nullable Path directory;

  @Option(
      names = "--database",
      paramLabel = "NAME",
      description = "One of them; all there are without it.")
  private @Nullable String database;

  /** Returns the files of the database that is named, or of all, by their names. */
  Map<String, Path> files() throws UnusableException {
    Path place = Objects.requireNonNull(directory);
    if (database != null) {
      MigrationOptions.requireName(database);
      return Map.of(database, place.resolve(database + ENDING));
    }
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(place)) {
      entries
          .filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
          .forEach(file -> files.put(nameOf(file), file));
    } catch (IOException e) {
      throw new UnusableException(
          "the folder `" + place + "` cannot be read: " + FileWords.of(e), e);
    }
    if (files.isEmpty()) {
      throw new UnusableException("there are no databases in `" + place + "`\n"
          + "they are files such as `chat.sqlite` there");
    }
    return files;
  }

  private static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - ENDING.length());
  }

  /** Opens one of them, without migrating it. */
  static SqliteDatabase open(Map.Entry<String, Path> one) {
    return SqliteDatabase.asIs(one.getKey(), one.getValue(), DatabaseSettings.DEFAULT);
  }
}
