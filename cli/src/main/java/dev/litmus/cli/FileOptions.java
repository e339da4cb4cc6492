package dev.litmus.cli;

import dev.litmus.cli.schema.FileWords;
import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.LitmusException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  /** What a command does with an open database. */
  @FunctionalInterface
  interface Work {

    /** Returns what is printed of it. */
    String run(SqliteDatabase database, Progress progress) throws LitmusException;
  }

  /**
   * Works on each database, and prints what comes of it; what fails with one does not keep the others from their turn.
   *
   * @param task what is shown while it runs
   * @param people whether people read it
   * @return the exit code
   */
  int each(Streams streams, String task, boolean people, Work work)
      throws UnusableException, IOException {
    Map<String, Path> all = files();
    int code = LitmusCommand.OK;
    try (Progress progress = Progress.of(streams, people)) {
      progress.begin(task, List.copyOf(all.keySet()));
      for (Map.Entry<String, Path> one : all.entrySet()) {
        try (SqliteDatabase database = open(one)) {
          progress.print(work.run(database, progress));
        } catch (LitmusException e) {
          streams.printErr().println("litmus: " + e.getMessage());
          code = LitmusCommand.FOUND;
        }
        progress.step();
      }
    }
    return code;
  }
}
