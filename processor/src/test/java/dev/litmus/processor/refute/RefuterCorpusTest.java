package dev.litmus.processor.refute;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.Rows;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.StorageClass;
import dev.litmus.processor.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How much the refuter sees of what others saw: {@code -Dlitmus.corpus=DIR} names a folder as {@code CorpusTest} of the
 * grammar describes it, whose cases may have {@code "observed": {"max_rows": …, "columns": [{"null_seen": …, "types":
 * […]}]}}: what came out on tables full of random rows. The claims are as bold as can be (never NULL, of no class, one
 * row), so that everything the refuter sees refutes one. {@code -Dlitmus.corpus.missed=true} prints what it does not see.
 * Without the first property the test is skipped.
 */
@EnabledIfSystemProperty(named = "litmus.corpus", matches = ".+")
class RefuterCorpusTest {

  private static final Value NOTHING = new Value(Classes.NONE, Classes.NONE, Optional.empty());

  private final Share nulls = new Share("NULL");
  private final Share manyRows = new Share("many rows");
  private final Share classes = new Share("classes");
  private final boolean shown = Boolean.getBoolean("litmus.corpus.missed");

  @Test
  void seesWhatWasObserved() throws Exception {
    Map<String, List<JsonObject>> bySchema = new LinkedHashMap<>();
    for (JsonObject c : lines("cases.jsonl")) {
      if (c.has("observed") && c.get("observed").isJsonObject()) {
        bySchema
            .computeIfAbsent(c.get("schema_key").getAsString(), key -> new ArrayList<>())
            .add(c);
      }
    }
    int statements = 0;
    int again = 0;
    long opening = 0;
    long bold = 0;
    long cautious = 0;
    for (JsonObject schema : lines("schemas.jsonl")) {
      List<JsonObject> cases = bySchema.getOrDefault(schema.get("key").getAsString(), List.of());
      StringBuilder script = new StringBuilder();
      for (JsonElement statement : schema.getAsJsonArray("statements")) {
        script.append(statement.getAsString()).append("\n;\n");
      }
      long begun = System.nanoTime();
      try (Schema made = SchemaScript.run("corpus", script.toString())) {
        Optional<Refuter> refuter = Refuter.of(made);
        opening += System.nanoTime() - begun;
        if (refuter.isEmpty()) {
          System.out.println("no copy of " + schema.get("key"));
        }
        for (JsonObject c : refuter.isEmpty() ? List.<JsonObject>of() : cases) {
          statements++;
          Trial trial = trial(c, made);
          begun = System.nanoTime();
          List<Refutation> refutations = refuter.get().refute(trial);
          bold += System.nanoTime() - begun;
          compare(c, refutations);
          begun = System.nanoTime();
          again += refuter.get().refute(seen(trial, refutations)).size();
          long took = System.nanoTime() - begun;
          cautious += took;
          if (shown && took > 50_000_000) {
            System.out.printf("slow: %d ms %s%n", took / 1_000_000, c.get("id"));
          }
        }
        if (refuter.isPresent()) {
          refuter.get().close();
        }
      }
    }
    System.out.printf(
        "refuter: %d statements, %.1f ms each with all claims true, %.1f ms with all refuted,"
            + " %.1f ms for a schema; refuted what it had seen itself: %d%n",
        statements,
        cautious / 1e6 / statements,
        bold / 1e6 / statements,
        opening / 1e6 / bySchema.size(),
        again);
    assertThat(again).isLessThan(statements / 100 + 1);
    assertThat(nulls.of()).isGreaterThan(0.97);
    assertThat(manyRows.of()).isGreaterThan(0.97);
    assertThat(classes.of()).isGreaterThan(0.97);
  }

  private static Trial trial(JsonObject c, Schema schema) throws SQLException {
    String sql = c.get("sql").getAsString();
    List<TrialParameter> parameters = new ArrayList<>();
    JsonArray stated = c.getAsJsonArray("parameters");
    try (PreparedStatement statement = schema.prepare(sql)) {
      int count = statement.getParameterMetaData().getParameterCount();
      for (int i = 0; i < count; i++) {
        JsonElement type =
            stated.size() == count ? stated.get(i).getAsJsonObject().get("type") : stated;
        parameters.add(new TrialParameter(type(type), false));
      }
    }
    JsonArray columns = c.getAsJsonObject("observed").getAsJsonArray("columns");
    return new Trial(sql, parameters, Collections.nCopies(columns.size(), NOTHING), Rows.ONE);
  }

  private static SqlType type(JsonElement stated) {
    if (stated.isJsonPrimitive()) {
      for (SqlType type : SqlType.values()) {
        if (type.name().equals(stated.getAsString())) {
          return type;
        }
      }
    }
    return SqlType.ANY;
  }

  /** What was seen, as claims: nothing of it may be refuted. */
  private static Trial seen(Trial trial, List<Refutation> refutations) {
    List<Value> columns = new ArrayList<>(trial.columns());
    boolean many = false;
    boolean none = false;
    for (Refutation refutation : refutations) {
      if (refutation instanceof Refutation.NullSeen seen) {
        Value value = columns.get(seen.column());
        columns.set(seen.column(), value.orNull(NullReason.of("seen")));
      } else if (refutation instanceof Refutation.ClassSeen seen) {
        Value value = columns.get(seen.column());
        Classes more = value.possible().or(Classes.of(seen.seen()));
        columns.set(seen.column(), value.with(more, more));
      } else if (refutation instanceof Refutation.TooManyRows) {
        many = true;
      } else {
        none = true;
      }
    }
    Rows rows = many ? Rows.MANY : none ? Rows.ZERO_OR_ONE : Rows.ONE;
    return new Trial(trial.sql(), trial.parameters(), columns, rows);
  }

  private void compare(JsonObject c, List<Refutation> refutations) {
    JsonObject observed = c.getAsJsonObject("observed");
    if (observed.get("max_rows").getAsInt() > 1) {
      manyRows.count(
          c, "", refutations.stream().anyMatch(Refutation.TooManyRows.class::isInstance));
    }
    int column = 0;
    for (JsonElement element : observed.getAsJsonArray("columns")) {
      int number = column++;
      JsonObject seen = element.getAsJsonObject();
      if (seen.get("null_seen").getAsBoolean()) {
        nulls.count(
            c,
            "column " + number,
            refutations.stream()
                .anyMatch(refutation -> refutation instanceof Refutation.NullSeen refuted
                    && refuted.column() == number));
      }
      for (JsonElement type : seen.getAsJsonArray("types")) {
        StorageClass storage = StorageClass.valueOf(type.getAsString());
        classes.count(
            c,
            "column " + number + " " + storage,
            refutations.stream()
                .anyMatch(refutation -> refutation instanceof Refutation.ClassSeen refuted
                    && refuted.column() == number
                    && refuted.seen() == storage));
      }
    }
  }

  private final class Share {

    private final String what;
    private int found;
    private int all;

    Share(String what) {
      this.what = what;
    }

    void count(JsonObject c, String detail, boolean seen) {
      all++;
      found += seen ? 1 : 0;
      if (!seen && shown) {
        System.out.println("missed " + what + " " + detail + ": " + c.get("id").getAsString()
            + "\n    " + c.get("sql").getAsString().replaceAll("\\s+", " "));
      }
    }

    double of() {
      System.out.printf("refuter: %s seen in %d of %d%n", what, found, all);
      return (double) found / all;
    }
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
