package dev.litmus.cli.diff;

import com.google.gson.JsonObject;
import dev.litmus.cli.json.JsonLines;
import dev.litmus.processor.diff.LineDiff;
import dev.litmus.processor.diff.SchemaChange;
import java.util.List;

/** Changes as one line of JSON. The order of its fields is part of the form. */
public final class DiffJson {

  private DiffJson() {}

  public static String render(List<SchemaChange> changes) {
    JsonObject answer = new JsonObject();
    answer.addProperty("same", changes.isEmpty());
    answer.add("changes", JsonLines.array(changes, DiffJson::change));
    return JsonLines.line(answer);
  }

  private static JsonObject change(SchemaChange change) {
    JsonObject json = new JsonObject();
    json.addProperty("change", change.kind().text());
    json.addProperty("kind", change.object().kind().text());
    json.addProperty("name", change.object().name());
    json.addProperty("table", change.object().table());
    json.add(
        "lines",
        JsonLines.strings(change.lines().stream().map(LineDiff.Line::shown).toList()));
    return json;
  }
}
