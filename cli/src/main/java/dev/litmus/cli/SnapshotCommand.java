package dev.litmus.cli;

import dev.litmus.cli.schema.FileWords;
import dev.litmus.cli.schema.MigratedSchema;
import dev.litmus.cli.schema.SchemaException;
import dev.litmus.processor.diff.Snapshot;
import dev.litmus.processor.schema.ApplicationFunctions;
import dev.litmus.processor.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code litmus snapshot}: all schemas are made before the first of them is written. */
@Command(
    name = "snapshot",
    description = {
      "Writes the schema that all migrations of a database make together.",
      "",
      "The file is for reviewers, and for the option -Alitmus.snapshot=DIR of a build, which fails "
          + "when it is not what the migrations make.",
      "",
      "Example: litmus snapshot --migrations migrations --to schema",
      ""
    },
    exitCodeList = {
      "0:everything was written or printed, or is as it was",
      "2:the arguments or the migrations cannot be used, and nothing was written"
    })
final class SnapshotCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin
  private MigrationOptions migrations = new MigrationOptions();

  @Mixin
  private ApplicationOptions application = new ApplicationOptions();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description =
          "The folder for <database>.sql; without it, the schema of --database is printed.")
  private @Nullable Path folder;

  SnapshotCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, SQLException {
    Map<String, String> texts = texts(migrations.databases(), application.functions());
    if (folder == null && texts.size() > 1) {
      throw new UnusableException("several schemas cannot be printed as one\n"
          + "name a folder with --to, or one of these with --database: "
          + String.join(", ", texts.keySet()));
    }
    try {
      for (Map.Entry<String, String> schema : texts.entrySet()) {
        streams.print(
            folder == null ? schema.getValue() : write(folder, schema.getKey(), schema.getValue()));
      }
      return LitmusCommand.OK;
    } catch (IOException e) {
      throw new UnusableException("the output fails: " + FileWords.of(e), e);
    }
  }

  private Map<String, String> texts(List<String> databases, ApplicationFunctions functions)
      throws UnusableException, SQLException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String database : databases) {
      try (Schema schema = new MigratedSchema(migrations.folder(), database, functions).open()) {
        texts.put(database, Snapshot.text(schema));
      } catch (SchemaException e) {
        throw new UnusableException(String.valueOf(e.getMessage()), e);
      }
    }
    return texts;
  }

  /** The file has its old text or its new one, never a part. */
  private static String write(Path folder, String database, String text) throws IOException {
    Path file = folder.resolve(Snapshot.fileName(database));
    if (Files.exists(file) && Files.readString(file).equals(text)) {
      return file + " is as it was\n";
    }
    Files.createDirectories(folder);
    Path written = folder.resolve("." + file.getFileName() + ".new");
    try {
      Files.writeString(written, text);
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
    return "wrote " + file + "\n";
  }
}
