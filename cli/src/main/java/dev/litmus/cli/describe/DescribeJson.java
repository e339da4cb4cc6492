package dev.litmus.cli.describe;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;

/** A description as one line of JSON. The order of its fields is part of the form. */
final class DescribeJson {

  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private DescribeJson() {}

  static String line(JsonElement id, Description description) {
    JsonObject answer = new JsonObject();
    answer.add("id", id);
    answer.addProperty("valid", description.valid());
    answer.add("columns", array(description.columns(), DescribeJson::value));
    answer.add("parameters", array(description.parameters(), DescribeJson::value));
    answer.addProperty("rows", description.rows().text());
    answer.addProperty("writes", description.writes());
    answer.add("reads", strings(description.reads()));
    answer.add("changes", strings(description.changes()));
    answer.add("plan", strings(description.plan()));
    answer.add("problems", array(description.findings(), FindingJson::of));
    return GSON.toJson(answer);
  }

  private static JsonObject value(Value value) {
    JsonObject json = new JsonObject();
    json.addProperty("name", value.name());
    json.addProperty("type", value.type());
    json.addProperty("nullable", value.nullable());
    return json;
  }

  private static JsonArray strings(List<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return array;
  }

  private static <T> JsonArray array(List<T> values, Function<T, JsonObject> form) {
    JsonArray array = new JsonArray();
    values.stream().map(form).forEach(array::add);
    return array;
  }
}
