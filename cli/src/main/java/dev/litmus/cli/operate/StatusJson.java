package dev.litmus.cli.operate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.litmus.runtime.MigrationStatus;
import java.util.Locale;

/** The status of one database as a line of JSON. The order of the fields is part of the form. */
public final class StatusJson {

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private StatusJson() {}

  public static String line(String database, MigrationStatus status) {
    JsonArray versions = new JsonArray();
    for (MigrationStatus.Version version : status.versions()) {
      JsonObject json = new JsonObject();
      json.addProperty("version", version.version());
      json.addProperty("name", version.name());
      json.addProperty("state", version.state().name().toLowerCase(Locale.ROOT));
      json.addProperty(
          "applied_at", version.appliedAt() == null ? null : version.appliedAt().toString());
      json.addProperty("file", version.file());
      versions.add(json);
    }
    JsonObject json = new JsonObject();
    json.addProperty("database", database);
    json.addProperty("current", status.isCurrent());
    json.add("versions", versions);
    return GSON.toJson(json) + "\n";
  }
}
