package dev.litmus.cli.operate;

import com.google.gson.JsonObject;
import dev.litmus.cli.json.JsonLines;
import dev.litmus.runtime.MigrationStatus;
import java.util.Locale;

/** The status of one database as a line of JSON. The order of the fields is part of the form. */
public final class StatusJson {

  private StatusJson() {}

  public static String line(String database, MigrationStatus status) {
    JsonObject json = new JsonObject();
    json.addProperty("database", database);
    json.addProperty("current", status.isCurrent());
    json.add("versions", JsonLines.array(status.versions(), StatusJson::version));
    return JsonLines.line(json);
  }

  private static JsonObject version(MigrationStatus.Version version) {
    JsonObject json = new JsonObject();
    json.addProperty("version", version.version());
    json.addProperty("name", version.name());
    json.addProperty("state", version.state().name().toLowerCase(Locale.ROOT));
    json.addProperty(
        "applied_at", version.appliedAt() == null ? null : version.appliedAt().toString());
    json.addProperty("file", version.file());
    return json;
  }
}
