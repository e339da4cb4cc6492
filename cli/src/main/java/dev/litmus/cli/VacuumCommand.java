package dev.litmus.cli;

import com.google.gson.JsonObject;
import dev.litmus.cli.json.JsonLines;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.health.Vacuum;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code litmus vacuum}. */
@Command(
    name = "vacuum",
    description = {
      "Writes databases anew, without the pages that hold nothing.",
      "",
      "Needs up to twice the size of each of free room, and keeps writers waiting meanwhile. Refused where SQLite would give "
          + "rows other numbers that an index for full-text search goes by.",
      "",
      "Example: litmus vacuum --directory data --database chat",
      ""
    },
    exitCodeList = {
      "0:done",
      "1:one was refused or has failed; it is as it was",
      "2:the arguments cannot be used"
    })
final class VacuumCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin
  private FileOptions files = new FileOptions();

  @Option(names = "--json", description = "Print a line of JSON for each database.")
  private boolean json;

  VacuumCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    boolean done = true;
    Map<String, Path> all = files.files();
    try (Progress progress = Progress.of(streams, !json)) {
      progress.begin("vacuum", List.copyOf(all.keySet()));
      for (Map.Entry<String, Path> one : all.entrySet()) {
        try (SqliteDatabase database = FileOptions.open(one)) {
          Vacuum result = database.health().vacuum();
          progress.print(json ? json(result) : text(result));
        } catch (LitmusException e) {
          streams.printErr().println("litmus: " + e.getMessage());
          done = false;
        }
        progress.step();
      }
    }
    return done ? LitmusCommand.OK : LitmusCommand.FOUND;
  }

  private static String text(Vacuum result) {
    String rebuilt = result.rebuilt().isEmpty()
        ? ""
        : "; rebuilt for search: " + String.join(", ", result.rebuilt());
    return result.schema() + ": " + result.bytesBefore() + " bytes before, " + result.bytesAfter()
        + " now" + rebuilt + "\n";
  }

  private static String json(Vacuum result) {
    JsonObject line = new JsonObject();
    line.addProperty("database", result.schema());
    line.addProperty("bytes_before", result.bytesBefore());
    line.addProperty("bytes_after", result.bytesAfter());
    line.add("rebuilt", JsonLines.strings(result.rebuilt()));
    return JsonLines.line(line);
  }
}
