package dev.litmus.cli.operate;

import com.google.gson.JsonObject;
import dev.litmus.cli.json.JsonLines;
import dev.litmus.runtime.health.Optimization;
import dev.litmus.runtime.health.Vacuum;

/** What was done to keep a database small and its plans good, as text or as a line of JSON. */
public final class Upkeep {

  private Upkeep() {}

  /** A database that was analyzed. */
  public static String of(Optimization result, boolean json) {
    if (!json) {
      String done = result.analyzed().isEmpty()
          ? "nothing to do"
          : "analyzed " + String.join(", ", result.analyzed());
      return result.schema() + ": " + done + "\n";
    }
    JsonObject line = new JsonObject();
    line.addProperty("database", result.schema());
    line.add("analyzed", JsonLines.strings(result.analyzed()));
    return JsonLines.line(line);
  }

  /** A database that was written anew. */
  public static String of(Vacuum result, boolean json) {
    if (!json) {
      String rebuilt = result.rebuilt().isEmpty()
          ? ""
          : "; rebuilt for search: " + String.join(", ", result.rebuilt());
      return result.schema() + ": " + result.bytesBefore() + " bytes before, " + result.bytesAfter()
          + " now" + rebuilt + "\n";
    }
    JsonObject line = new JsonObject();
    line.addProperty("database", result.schema());
    line.addProperty("bytes_before", result.bytesBefore());
    line.addProperty("bytes_after", result.bytesAfter());
    line.add("rebuilt", JsonLines.strings(result.rebuilt()));
    return JsonLines.line(line);
  }
}
