package dev.litmus.cli.operate;

import com.google.gson.JsonObject;
import dev.litmus.cli.json.JsonLines;
import dev.litmus.runtime.health.DatabaseStatistics;
import dev.litmus.runtime.health.ObjectSize;
import java.util.List;
import java.util.Locale;

/** How large a database is, as text and as a line of JSON. The order of the fields is part of the form. */
public final class Sizes {

  private Sizes() {}

  /** Returns lines for people. */
  public static String text(DatabaseStatistics statistics, List<ObjectSize> objects) {
    StringBuilder text = new StringBuilder(statistics.schema()).append('\n');
    text.append(String.format(
        Locale.ROOT,
        "  %d bytes, %d pages of %d, %d of them free; log %d bytes%n",
        statistics.sizeBytes(),
        statistics.pages(),
        statistics.pageSize(),
        statistics.freePages(),
        statistics.logBytes()));
    int width = objects.stream().mapToInt(one -> label(one).length()).max().orElse(0);
    for (ObjectSize one : objects) {
      String rows = one.isIndex() ? "" : "  " + one.rows().getAsLong() + " rows";
      text.append(String.format(
          Locale.ROOT,
          "  %-" + width + "s  %10d bytes  %3d %% unused%s%n",
          label(one),
          one.bytes(),
          one.bytes() == 0 ? 0 : 100 * one.unusedBytes() / one.bytes(),
          rows));
    }
    return text.toString();
  }

  private static String label(ObjectSize one) {
    return one.isIndex() ? one.name() + " (index)" : one.name();
  }

  /** Returns a line of JSON. */
  public static String json(DatabaseStatistics statistics, List<ObjectSize> objects) {
    JsonObject json = new JsonObject();
    json.addProperty("database", statistics.schema());
    json.addProperty("bytes", statistics.sizeBytes());
    json.addProperty("page_size", statistics.pageSize());
    json.addProperty("pages", statistics.pages());
    json.addProperty("free_pages", statistics.freePages());
    json.addProperty("log_bytes", statistics.logBytes());
    json.addProperty("log_pages", statistics.logPages());
    json.add("objects", JsonLines.array(objects, Sizes::object));
    return JsonLines.line(json);
  }

  private static JsonObject object(ObjectSize one) {
    JsonObject json = new JsonObject();
    json.addProperty("name", one.name());
    json.addProperty("table", one.table());
    json.addProperty("bytes", one.bytes());
    json.addProperty("unused_bytes", one.unusedBytes());
    json.addProperty("rows", one.isIndex() ? null : one.rows().getAsLong());
    return json;
  }
}
