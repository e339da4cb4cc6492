package dev.litmus.cli.operate;

import com.google.gson.JsonObject;
import dev.litmus.cli.json.JsonLines;
import dev.litmus.runtime.health.IntegrityFinding;
import dev.litmus.runtime.health.IntegrityReport;
import java.util.List;
import java.util.Locale;

/** What is wrong with a database or a backup, as text and as a line of JSON. The order of the fields is part of the form. */
public final class Checks {

  private Checks() {}

  /** Returns lines for people. */
  public static String text(IntegrityReport report) {
    return text(report.schema(), report.findings());
  }

  /**
   * Returns lines for people.
   *
   * @param what is or is not sound
   */
  public static String text(String what, List<IntegrityFinding> findings) {
    if (findings.isEmpty()) {
      return what + ": sound\n";
    }
    StringBuilder text = new StringBuilder(what).append(": damaged\n");
    for (IntegrityFinding finding : findings) {
      String object = finding.object().isEmpty() ? "" : " `" + finding.object() + "`";
      text.append("  ").append(kind(finding).replace('_', ' ')).append(object).append(": ");
      text.append(finding.fact()).append("\n    help: ").append(finding.help()).append('\n');
    }
    return text.toString();
  }

  /** Returns a line of JSON. */
  public static String json(IntegrityReport report) {
    JsonObject json = new JsonObject();
    json.addProperty("database", report.schema());
    json.addProperty("sound", report.isSound());
    json.add("findings", JsonLines.array(report.findings(), Checks::finding));
    return JsonLines.line(json);
  }

  static JsonObject finding(IntegrityFinding finding) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", kind(finding));
    json.addProperty("object", finding.object());
    json.addProperty("fact", finding.fact());
    json.addProperty("help", finding.help());
    return json;
  }

  private static String kind(IntegrityFinding finding) {
    return finding.kind().name().toLowerCase(Locale.ROOT);
  }
}
