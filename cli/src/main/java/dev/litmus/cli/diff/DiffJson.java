package dev.litmus.cli.diff;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.litmus.processor.diff.LineDiff;
import dev.litmus.processor.diff.SchemaChange;
import java.util.List;

/** Changes as one line of JSON. The order of its fields is part of the form. */
public final class DiffJson {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private DiffJson() {}

  public static String render(List<SchemaChange> changes) {
    JsonArray array = new JsonArray();
    changes.stream().map(DiffJson::change).forEach(array::add);
    JsonObject answer = new JsonObject();
    answer.addProperty("same", changes.isEmpty());
    answer.add("changes", array);
    return GSON.toJson(answer) + "\n";
  }

  private static JsonObject change(SchemaChange change) {
    JsonArray lines = new JsonArray();
    change.lines().stream().map(LineDiff.Line::shown).forEach(lines::add);
    JsonObject json = new JsonObject();
    json.addProperty("change", change.kind().text());
    json.addProperty("kind", change.object().kind().text());
    json.addProperty("name", change.object().name());
    json.addProperty("table", change.object().table());
    json.add("lines", lines);
    return json;
  }
}
