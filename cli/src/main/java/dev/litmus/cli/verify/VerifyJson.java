package dev.litmus.cli.verify;

import com.google.gson.JsonObject;
import dev.litmus.cli.describe.Finding;
import dev.litmus.cli.describe.FindingJson;
import dev.litmus.cli.json.JsonLines;
import dev.litmus.processor.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** What was verified as lines of JSON, one for each database. The order of the fields is part of the form. */
public final class VerifyJson {

  private VerifyJson() {}

  public static String render(List<Verified> all) {
    return all.stream().map(VerifyJson::line).collect(Collectors.joining());
  }

  private static String line(Verified one) {
    JsonObject json = new JsonObject();
    json.addProperty("database", one.database());
    json.addProperty("valid", one.isValid());
    if (one.isValid()) {
      json.addProperty("version", one.version().orElseThrow());
    }
    json.add("problems", JsonLines.array(one.problems(), VerifyJson::problem));
    return JsonLines.line(json);
  }

  /** As {@code describe} has it, and the file before it: what is wrong with a file as a whole names it in its message. */
  private static JsonObject problem(Problem problem) {
    JsonObject json = new JsonObject();
    problem
        .excerpt()
        .ifPresent(excerpt -> json.addProperty("file", excerpt.title().replaceFirst("^in ", "")));
    FindingJson.of(Finding.of(problem)).entrySet().forEach(e -> json.add(e.getKey(), e.getValue()));
    return json;
  }
}
