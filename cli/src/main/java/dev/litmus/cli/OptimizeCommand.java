package dev.litmus.cli;

import com.google.gson.JsonObject;
import dev.litmus.cli.json.JsonLines;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.health.Optimization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code litmus optimize}. */
@Command(
    name = "optimize",
    description = {
      "Has SQLite count again what it plans queries by.",
      "",
      "Only where that has changed a lot; programs that have a database open plan by it from then on.",
      "",
      "Example: litmus optimize --directory data",
      ""
    },
    exitCodeList = {"0:done", "1:one cannot be optimized", "2:the arguments cannot be used"})
final class OptimizeCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin
  private FileOptions files = new FileOptions();

  @Option(names = "--json", description = "Print a line of JSON for each database.")
  private boolean json;

  OptimizeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UnusableException, IOException {
    boolean done = true;
    for (Map.Entry<String, Path> one : files.files().entrySet()) {
      try (SqliteDatabase database = FileOptions.open(one)) {
        Optimization result = database.health().optimize();
        streams.print(json ? json(result) : text(result));
      } catch (LitmusException e) {
        streams.printErr().println("litmus: " + e.getMessage());
        done = false;
      }
    }
    return done ? LitmusCommand.OK : LitmusCommand.FOUND;
  }

  private static String text(Optimization result) {
    return result.schema() + ": "
        + (result.analyzed().isEmpty()
            ? "nothing to do"
            : "analyzed " + String.join(", ", result.analyzed()))
        + "\n";
  }

  private static String json(Optimization result) {
    JsonObject line = new JsonObject();
    line.addProperty("database", result.schema());
    line.add("analyzed", JsonLines.strings(result.analyzed()));
    return JsonLines.line(line);
  }
}
