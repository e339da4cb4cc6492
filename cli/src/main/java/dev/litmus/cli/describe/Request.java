package dev.litmus.cli.describe;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the input: {@code {"id": …, "sql": "…"}}, other fields ignored.
 *
 * @param id any JSON value, given back with the answer; null when the line has none
 * @param sql the query; empty when there is none
 * @param mistake why there is none
 */
record Request(JsonElement id, Optional<String> sql, Optional<String> mistake) {

  private static final Pattern COLUMN = Pattern.compile("column (\\d+)");

  static Request parse(String line) {
    JsonElement json;
    try {
      json = read(line);
    } catch (IOException | JsonParseException e) {
      return invalid(JsonNull.INSTANCE, "the line is not JSON" + place(e));
    }
    if (!json.isJsonObject()) {
      return invalid(JsonNull.INSTANCE, "the line is not a JSON object");
    }
    JsonObject object = json.getAsJsonObject();
    JsonElement id = Optional.ofNullable(object.get("id")).orElse(JsonNull.INSTANCE);
    JsonElement sql = object.get("sql");
    if (sql == null) {
      return invalid(id, "the line has no `sql`");
    }
    return sql.isJsonPrimitive() && sql.getAsJsonPrimitive().isString()
        ? new Request(id, Optional.of(sql.getAsString()), Optional.empty())
        : invalid(id, "`sql` is not a string");
  }

  static Request invalid(JsonElement id, String mistake) {
    return new Request(id, Optional.empty(), Optional.of(mistake));
  }

  /** Gson's messages are for programmers, who could ask it to be lenient; of use here is the column that they name. */
  private static String place(Exception e) {
    Matcher column = COLUMN.matcher(String.valueOf(e.getMessage()));
    return column.find() ? ", see its column " + column.group(1) : "";
  }

  /** One value and nothing behind it; Gson would let pass much that no other reader does. */
  private static JsonElement read(String line) throws IOException {
    JsonReader reader = new JsonReader(new StringReader(line));
    reader.setStrictness(Strictness.STRICT);
    JsonElement json = JsonParser.parseReader(reader);
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new JsonParseException("more than one value");
    }
    return json;
  }
}
