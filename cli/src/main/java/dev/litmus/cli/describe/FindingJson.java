package dev.litmus.cli.describe;

import com.google.gson.JsonObject;

/** A finding as JSON. The order of its fields is part of the form. */
public final class FindingJson {

  private FindingJson() {}

  public static JsonObject of(Finding finding) {
    JsonObject json = new JsonObject();
    json.addProperty("code", finding.code());
    json.addProperty("severity", finding.severity().text());
    finding.place().ifPresent(place -> {
      json.addProperty("line", place.line());
      json.addProperty("column", place.column());
      json.addProperty("length", place.length());
    });
    json.addProperty("message", finding.message());
    json.addProperty("text", finding.text());
    return json;
  }
}
