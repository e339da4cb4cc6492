package dev.litmus.processor.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.litmus.processor.analysis.Analyzer;
import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.analysis.Trials;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Severity;
import dev.litmus.processor.refute.Refuter;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.schema.Neighbours;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.value.Rows;
import dev.litmus.processor.value.SqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Holds what is inferred against a corpus of real SQL that is not part of the repository, {@code -Dlitmus.corpus=DIR}: {@code
 * schemas.jsonl} with {@code key} and {@code statements}, {@code cases.jsonl} with {@code sql}, {@code schema_key}, {@code valid},
 * what another tool expects ({@code columns}, {@code parameters}) and what was {@code observed} when it ran.
 */
@EnabledIfSystemProperty(named = "litmus.corpus", matches = ".+")
class CorpusScoreTest {

  /** What peers call things that are no storage classes: what an INTEGER means, what a host language makes of a value. */
  private static final Set<String> NOT_STATED = Set.of("ANY", "BOOLEAN", "NULL");

  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final List<String> shown = new ArrayList<>();

  @Test
  void whatIsInferredIsWhatWasSeen() throws Exception {
    Map<String, List<String>> schemas = new LinkedHashMap<>();
    for (JsonObject schema : lines("schemas.jsonl")) {
      List<String> statements = new ArrayList<>();
      schema.getAsJsonArray("statements").forEach(one -> statements.add(one.getAsString()));
      schemas.put(schema.get("key").getAsString(), statements);
    }
    Map<String, List<JsonObject>> cases = new LinkedHashMap<>();
    for (JsonObject one : lines("cases.jsonl")) {
      cases
          .computeIfAbsent(one.get("schema_key").getAsString(), key -> new ArrayList<>())
          .add(one);
    }
    for (Map.Entry<String, List<JsonObject>> group : cases.entrySet()) {
      StringBuilder script = new StringBuilder();
      schemas
          .get(group.getKey())
          .forEach(statement ->
              script.append(statement.strip().replaceFirst(";+$", "")).append("\n;\n"));
      try (Schema schema = SchemaScript.run(group.getKey(), script.toString())) {
        Optional<Refuter> refuter = Refuter.of(schema);
        for (JsonObject one : group.getValue()) {
          look(schema, one, refuter);
        }
        if (refuter.isPresent()) {
          refuter.get().close();
        }
      }
    }
    shown.stream().sorted().forEach(System.out::println);
    System.out.println(counts);
    System.out.printf(
        "type %.1f, null %.1f, cases %.1f, parameters %.1f, one row proven %.1f of those with one at most%n",
        share("type"), share("null"), share("case"), share("parameter"), share("row"));
    assertThat(count("refuted")).isZero();
    assertThat(count("unsound-null")).isZero();
    assertThat(count("unsound-type")).isZero();
    assertThat(count("unsound-rows")).isZero();
    assertThat(count("rejected")).isZero();
    assertThat(count("accepted")).isZero();
  }

  private double share(String what) {
    return 100.0 * count(what + "-right") / count(what + "-known");
  }

  private int count(String what) {
    return counts.getOrDefault(what, 0);
  }

  private void hit(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  private void show(String what, JsonObject one, String detail) {
    hit(what);
    String sql = one.get("sql").getAsString().replaceAll("\\s+", " ");
    shown.add(what + " | " + one.get("id").getAsString() + " | " + sql + " | " + detail);
  }

  private void look(Schema schema, JsonObject one, Optional<Refuter> refuter) throws Exception {
    ParsedQuery query = QueryParser.parse(first(one.get("sql").getAsString()));
    boolean valid = one.get("valid").getAsBoolean();
    hit(valid ? "valid" : "invalid");
    if (query.statements().isEmpty()) {
      assertThat(valid).isFalse();
      return;
    }
    Checked<QueryFacts> facts = Analyzer.analyze(
        schema, Neighbours.NONE, query, Rewriter.of(Set.of()), Assumptions.NONE, new Origin() {});
    boolean refused =
        facts.problems().stream().anyMatch(p -> p.code().severity() == Severity.ERROR);
    if (!valid) {
      if (!refused) {
        show("accepted", one, "");
      }
      return;
    }
    if (refused) {
      boolean quoted =
          facts.problems().stream().allMatch(p -> p.code() == ProblemCode.QUOTED_STRING);
      show(quoted ? "quoted" : "rejected", one, facts.problems().toString());
      return;
    }
    QueryFacts known = facts.value().orElseThrow();
    known.disagreements().forEach(disagreement -> show("disagreement", one, disagreement));
    refuter.ifPresent(asked -> refute(asked, one, query, known));
    observed(one, known);
    columns(one, known.columns());
    parameters(one, known.parameters());
  }

  private void refute(Refuter refuter, JsonObject one, ParsedQuery query, QueryFacts known) {
    Rewriter rewriter = Rewriter.of(Set.of());
    hit("tried");
    refuter
        .refute(Trials.of(rewriter.rewrite(query), Set.of(), Assumptions.NONE, known))
        .forEach(refutation -> show("refuted", one, refutation.toString()));
  }

  private static String first(String sql) {
    ParsedQuery all = QueryParser.parse(sql);
    return all.statements().size() < 2
        ? sql
        : sql.substring(0, all.statement().span().end());
  }

  private void observed(JsonObject one, QueryFacts known) {
    if (!one.get("observed").isJsonObject()) {
      return;
    }
    JsonObject observed = one.getAsJsonObject("observed");
    JsonArray seen = observed.getAsJsonArray("columns");
    for (int i = 0; seen != null && seen.size() == known.columns().size() && i < seen.size(); i++) {
      JsonObject column = seen.get(i).getAsJsonObject();
      ResultColumn ours = known.columns().get(i);
      if (column.get("null_seen").getAsBoolean() && !ours.value().isNullable()) {
        show("unsound-null", one, ours.toString());
      }
      for (JsonElement type : column.getAsJsonArray("types")) {
        if (!allows(ours.value().type(), type.getAsString())) {
          show("unsound-type", one, ours + " seen " + type);
        }
      }
    }
    int rows = observed.get("max_rows").getAsInt();
    Rows ours = known.columns().isEmpty() ? Rows.NONE : known.cardinality().rows();
    boolean atMostOne = ours == Rows.ONE || ours == Rows.ZERO_OR_ONE;
    if (rows > 1 && atMostOne) {
      show("unsound-rows", one, known.cardinality().toString());
    }
    if (rows == 0 || rows == 1) {
      hit("row-known");
      if (atMostOne) {
        hit("row-right");
      } else {
        show("row-differs", one, rows + " seen, " + known.cardinality().reasons());
      }
    }
  }

  private static boolean allows(SqlType claimed, String seen) {
    return switch (claimed) {
      case ANY -> true;
      case NUMERIC -> seen.equals("INTEGER") || seen.equals("REAL");
      default -> claimed.name().equals(seen);
    };
  }

  private void columns(JsonObject one, List<ResultColumn> known) {
    JsonArray expected = array(one, "columns");
    if (expected.isEmpty() || expected.size() != known.size()) {
      return;
    }
    boolean all = true;
    for (int i = 0; i < known.size(); i++) {
      JsonObject column = expected.get(i).getAsJsonObject();
      if (column.has("peer_unsound") && column.get("peer_unsound").getAsBoolean()) {
        continue;
      }
      String type = string(column, "type");
      if (isStated(type)) {
        all &= compare("type", one, i, type, known.get(i).value().type().name());
      }
      if (column.has("nullable") && !column.get("nullable").isJsonNull()) {
        all &= compare(
            "null",
            one,
            i,
            column.get("nullable").getAsString(),
            String.valueOf(known.get(i).value().isNullable()));
      }
    }
    hit("case-known");
    if (all) {
      hit("case-right");
    }
  }

  private void parameters(JsonObject one, List<ParameterFacts> known) {
    for (JsonElement element : array(one, "parameters")) {
      JsonObject parameter = element.getAsJsonObject();
      String type = string(parameter, "type");
      String name = string(parameter, "name").replaceFirst("^[:@$]", "");
      if (isStated(type)) {
        String ours = known.stream()
            .filter(p -> p.path().isEmpty()
                ? p.text().equals(name)
                : String.join(".", p.path()).equals(name))
            .map(p -> p.type().name())
            .findFirst()
            .orElse("none");
        compare("parameter", one, 0, name + " " + type, name + " " + ours);
      }
    }
  }

  private boolean compare(String what, JsonObject one, int index, String theirs, String ours) {
    hit(what + "-known");
    if (theirs.equals(ours)) {
      hit(what + "-right");
      return true;
    }
    show(what + "-differs", one, "column " + (index + 1) + ": " + theirs + ", ours " + ours);
    return false;
  }

  private static boolean isStated(String type) {
    return !type.isEmpty() && !NOT_STATED.contains(type) && !type.startsWith("OTHER");
  }

  private static JsonArray array(JsonObject object, String name) {
    return object.has(name) && object.get(name).isJsonArray()
        ? object.getAsJsonArray(name)
        : new JsonArray();
  }

  private static String string(JsonObject object, String name) {
    return object.has(name) && !object.get(name).isJsonNull() ? object.get(name).getAsString() : "";
  }

  private static List<JsonObject> lines(String file) throws IOException {
    List<JsonObject> objects = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(System.getProperty("litmus.corpus"), file))) {
      if (!line.isBlank()) {
        objects.add(JsonParser.parseString(line).getAsJsonObject());
      }
    }
    return objects;
  }
}
