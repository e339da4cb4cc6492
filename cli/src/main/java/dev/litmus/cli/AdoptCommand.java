package dev.litmus.cli;

import dev.litmus.cli.adopt.Adoption;
import dev.litmus.cli.adopt.ForeignFile;
import dev.litmus.cli.adopt.ForeignTool;
import dev.litmus.runtime.Migrator;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code litmus adopt}: files first, and then the history of a database. */
@Command(
    name = "adopt",
    description = {
      "Takes over migrations of Flyway, goose, sql-migrate, dbmate or golang-migrate.",
      "",
      "Writes them as files of Litmus, with the same numbers, into the folder of a database, which must be empty. With "
          + "--file, it takes over a database that the other tool has migrated, too: its schema is compared with what the "
          + "migrations make, and its history is written; the tables of the other tool stay.",
      "",
      "Example: litmus adopt db/migration --migrations migrations --database chat --file data/chat.sqlite",
      ""
    },
    exitCodeList = {
      "0:everything is taken over",
      "1:something has no counterpart, or the database is another one; what it is, is printed",
      "2:the arguments or the files cannot be used"
    })
final class AdoptCommand implements Callable<Integer> {

  private final Streams streams;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "The files of the other tool.")
  private @Nullable Path folder;

  @Option(
      names = "--migrations",
      paramLabel = "DIR",
      required = true,
      description = "The folder of migrations, which has a folder for each database.")
  private @Nullable Path migrations;

  @Option(
      names = "--database",
      paramLabel = "NAME",
      required = true,
      description = "The database, a folder of DIR.")
  private @Nullable String database;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "A database that the other tool has migrated.")
  private @Nullable Path file;

  AdoptCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    MigrationOptions.requireName(Objects.requireNonNull(database));
    Path from = Objects.requireNonNull(folder);
    List<ForeignFile> files = read(from);
    Optional<ForeignTool> tool = ForeignTool.of(files);
    if (tool.isEmpty()) {
      throw new UnusableException("`" + from + "` has no SQL files, or not those of one tool\n"
          + "known are Flyway, goose, sql-migrate, dbmate and golang-migrate");
    }
    Adoption adoption = tool.get().adopt(files);
    if (!adoption.problems().isEmpty()) {
      streams.print(String.join("\n", adoption.problems()) + "\n");
      return LitmusCommand.FOUND;
    }
    write(adoption);
    if (file != null) {
      Migrator migrator = Migrator.fromFolder(
          Objects.requireNonNull(migrations), Objects.requireNonNull(database), file);
      streams.print(file + ": is at version " + migrator.adopt() + "\n");
    }
    return LitmusCommand.OK;
  }

  private static List<ForeignFile> read(Path folder) throws UnusableException, IOException {
    List<ForeignFile> files = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        String name = String.valueOf(entry.getFileName());
        if (name.endsWith(".sql") && Files.isRegularFile(entry)) {
          files.add(new ForeignFile(name, Files.readString(entry)));
        }
      }
      return files;
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new UnusableException("there is no folder `" + folder + "`", e);
    } catch (MalformedInputException e) {
      throw new UnusableException("a file in `" + folder + "` is not UTF-8", e);
    }
  }

  /** What is there already is never written over; the same files may be adopted for one database after the other. */
  private void write(Adoption adoption) throws UnusableException, IOException {
    Path target = Objects.requireNonNull(migrations).resolve(Objects.requireNonNull(database));
    Files.createDirectories(target);
    if (Set.copyOf(read(target)).equals(Set.copyOf(adoption.files()))) {
      streams.print(target + " is as it was\n");
      return;
    }
    if (!read(target).isEmpty()) {
      throw new UnusableException(
          "`" + target + "` has migrations already\n" + "name a database that has none yet");
    }
    for (ForeignFile one : adoption.files()) {
      try {
        Files.writeString(target.resolve(one.name()), one.text(), StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        throw new UnusableException("`" + target.resolve(one.name()) + "` is there already", e);
      }
      streams.print("wrote " + target.resolve(one.name()) + "\n");
    }
  }
}
