package dev.litmus.cli.describe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.litmus.cli.json.JsonLines;

/** A description as one line of JSON. The order of its fields is part of the form. */
final class DescribeJson {

  private DescribeJson() {}

  static String line(JsonElement id, Description description) {
    JsonObject answer = new JsonObject();
    answer.add("id", id);
    answer.addProperty("valid", description.valid());
    answer.add("columns", JsonLines.array(description.columns(), DescribeJson::value));
    answer.add("parameters", JsonLines.array(description.parameters(), DescribeJson::value));
    answer.addProperty("rows", description.rows().text());
    answer.addProperty("writes", description.writes());
    answer.add("reads", JsonLines.strings(description.reads()));
    answer.add("changes", JsonLines.strings(description.changes()));
    answer.add("plan", JsonLines.strings(description.plan()));
    answer.add("problems", JsonLines.array(description.findings(), FindingJson::of));
    return JsonLines.line(answer);
  }

  private static JsonObject value(Value value) {
    JsonObject json = new JsonObject();
    json.addProperty("name", value.name());
    json.addProperty("type", value.type());
    json.addProperty("nullable", value.nullable());
    return json;
  }
}
