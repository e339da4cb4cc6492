package dev.litmus.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every index has a query that it is there for, in {@code query-plans.txt}, and serves it without sorting. */
class QueryPlanTest {

  private static final Path FILE =
      Schemas.MODULE.resolve(Path.of("src", "test", "resources", "query-plans.txt"));

  private record Purpose(String schema, String plan, String sql) {}

  @TempDir
  Path folder;

  private static List<Purpose> purposes() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> line.split(" \\| "))
        .map(parts -> new Purpose(parts[0], parts[1], parts[2]))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("purposes")
  void anIndexServesItsQuery(Purpose purpose) throws Exception {
    try (SchemaDatabase database = new SchemaDatabase(purpose.schema(), folder).newest()) {
      List<String> plan = database.rows("EXPLAIN QUERY PLAN " + purpose.sql());

      assertThat(plan).anyMatch(line -> (line + " ").contains("|" + purpose.plan() + " "));
      assertThat(plan).noneMatch(line -> line.contains("TEMP B-TREE"));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.litmus.migrations.Schemas#all")
  void noIndexIsThereForNothing(String schema) throws Exception {
    try (SchemaDatabase database = new SchemaDatabase(schema, folder).newest()) {
      assertThat(database.rows("SELECT DISTINCT name FROM sqlite_schema WHERE type = 'index'"
              + " AND sql IS NOT NULL ORDER BY name"))
          .isEqualTo(purposes().stream()
              .filter(purpose -> purpose.schema().equals(schema))
              .map(purpose -> purpose.plan().replaceFirst(".* ", ""))
              .filter(index -> !index.startsWith("sqlite_autoindex_"))
              .distinct()
              .sorted()
              .toList());
    }
  }
}
