package dev.litmus.cli.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;

/** One value a line, as line readers expect it. What has no value is {@code null}: every line of a kind has the same fields. */
public final class JsonLines {

  // Escaped for HTML, the quotes in SQL and in messages could hardly be read.
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private JsonLines() {}

  /** Returns a value on one line, with a line feed at its end. */
  public static String line(JsonElement value) {
    return GSON.toJson(value) + "\n";
  }

  public static JsonArray strings(List<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return array;
  }

  /** Returns objects in the order of what they stand for. */
  public static <T> JsonArray array(List<T> values, Function<T, JsonObject> form) {
    JsonArray array = new JsonArray();
    values.stream().map(form).forEach(array::add);
    return array;
  }
}
