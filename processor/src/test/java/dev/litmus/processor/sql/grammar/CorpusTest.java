package dev.litmus.processor.sql.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.print.Printer;
import dev.litmus.processor.sql.tree.Definition;
import dev.litmus.processor.sql.tree.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Real statements of other tools' users, which are not part of this repository: {@code -Dlitmus.corpus=DIR} names a
 * folder with {@code schemas.jsonl} (lines {@code {"key": …, "statements": […]}}) and {@code cases.jsonl} (lines {@code
 * {"id": …, "schema_key": …, "sql": …, "valid": …}}). Without it the test is skipped.
 */
@EnabledIfSystemProperty(named = "litmus.corpus", matches = ".+")
class CorpusTest {

  private final Map<String, List<String>> schemas = new HashMap<>();

  CorpusTest() throws IOException {
    for (JsonObject schema : lines("schemas.jsonl")) {
      List<String> statements = new ArrayList<>();
      for (JsonElement statement : schema.getAsJsonArray("statements")) {
        statements.add(statement.getAsString());
      }
      schemas.put(schema.get("key").getAsString(), statements);
    }
  }

  @Test
  void everySchemaHasATree() {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (Map.Entry<String, List<String>> schema : schemas.entrySet()) {
      for (String sql : schema.getValue()) {
        count++;
        ParsedQuery query = QueryParser.parse(sql);
        if (query.statements().stream().anyMatch(statement -> statement.tree().isEmpty())) {
          wrong.add(schema.getKey() + ": " + sql + " " + query.statements());
        }
      }
    }
    System.out.printf("corpus: %d of %d schema statements%n", count - wrong.size(), count);
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyValidStatementHasATreeThatIsPrintedToTheSameProgram() throws IOException, SQLException {
    List<String> wrong = new ArrayList<>();
    int valid = 0;
    for (JsonObject c : lines("cases.jsonl")) {
      String sql = c.get("sql").getAsString();
      if (!c.get("valid").getAsBoolean()) {
        continue;
      }
      valid++;
      ParsedQuery query = QueryParser.parse(sql);
      if (query.tree().isEmpty()) {
        wrong.add(c.get("id") + ": " + sql + " " + query.statements());
        continue;
      }
      Statement tree = query.tree().get();
      Spans.check(query, tree);
      String schema =
          String.join(";\n", schemas.getOrDefault(c.get("schema_key").getAsString(), List.of()));
      if (!effect(schema, tree, sql).equals(effect(schema, tree, Printer.print(tree)))) {
        wrong.add(c.get("id") + ": " + sql + " is printed as " + Printer.print(tree));
      }
    }
    System.out.printf("corpus: %d of %d valid statements%n", valid - wrong.size(), valid);
    assertThat(wrong).isEmpty();
    assertThat(valid).isPositive();
  }

  private static List<String> effect(String schema, Statement tree, String sql)
      throws SQLException {
    if (tree instanceof Definition) {
      return SchemaEffect.of(schema, sql);
    }
    try (Witness sqlite = Witness.of(schema)) {
      return tree instanceof Statement.Explain ? sqlite.rows(sql) : sqlite.program(sql);
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
