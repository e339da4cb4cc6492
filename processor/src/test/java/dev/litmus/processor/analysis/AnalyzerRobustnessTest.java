package dev.litmus.processor.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.inference.Assumptions;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemText;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.rule.StatementRule;
import dev.litmus.processor.schema.MigrationPlaces;
import dev.litmus.processor.schema.Neighbours;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaCatalog;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Span;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is written as SQL is either accepted or explained: never an exception, never without an end. */
@Timeout(120)
class AnalyzerRobustnessTest {

  private static final Origin ORIGIN = new Origin() {};
  private static final Rewriter REWRITER = Rewriter.of(Set.of(List.of("ids")));
  private static final Path MIGRATIONS =
      Path.of("src/test/cases/_shop/migrations").toAbsolutePath();

  private static final List<String> QUERIES = List.of(
      "SELECT o.id, o.total FROM orders o WHERE o.customer_id = :customer AND total > :order.total -- note",
      "SELECT id FROM orders WHERE id IN (SELECT order_id FROM order_lines WHERE quantity > @least)",
      "WITH big AS (SELECT id AS order_id FROM orders) SELECT b.order_id FROM big b JOIN orders ON id = b.order_id",
      "INSERT INTO orders (id, customer_id, placed_at, total) VALUES (:o.id, 'a''b', x'00', 1e3) RETURNING *",
      "UPDATE orders SET total = total + $more WHERE \"id\" = [id] AND `total` <> 0",
      "DELETE FROM order_lines WHERE order_id = :id; ",
      "DELETE FROM orders WHERE id IN (:ids) AND customer_id NOT IN (:ids) RETURNING id",
      "SELECT count(*) FILTER (WHERE total > 1) OVER (ORDER BY id) FROM orders GROUP BY customer_id",
      "SELECT json_extract(:json, '$.a') ->> 'b', CASE WHEN 1 THEN 2 END /* c */ UNION SELECT 1, 2 ORDER BY 1");

  private static final List<String> PIECES = List.of(
      "id", ".", "(", ")", "'", "\"", ":x", "?", ",", ";", "SELECT", "FROM", "total", "--", "/*",
      "#y", "\0", "o");

  @Test
  void everyMutationIsAcceptedOrExplained() throws SQLException {
    Random random = new Random(1);
    int accepted = 0;
    try (SchemaCatalog catalog =
        new SchemaCatalog(new MigrationPlaces(Optional.of(MIGRATIONS), List.of()))) {
      Schema schema = catalog.schema("shop", ORIGIN).value().orElseThrow();
      for (int i = 0; i < 4000; i++) {
        String sql = mutate(QUERIES.get(i % QUERIES.size()), random);
        List<Problem> problems = problems(schema, sql);
        accepted += problems.isEmpty() ? 1 : 0;
        assertThat(problems)
            .as(sql)
            .allSatisfy(p -> assertThat(ProblemText.render(p)).contains("["));
      }
    }
    assertThat(accepted).isBetween(1, 3999);
  }

  private static List<Problem> problems(Schema schema, String sql) throws SQLException {
    ParsedQuery query = QueryParser.parse(sql);
    List<Problem> unaskable = StatementRule.check(query, ORIGIN);
    return unaskable.isEmpty()
        ? Analyzer.analyze(schema, Neighbours.NONE, query, REWRITER, Assumptions.NONE, ORIGIN)
            .problems()
        : unaskable;
  }

  /** Drops, repeats or replaces one to three tokens. */
  private static String mutate(String sql, Random random) {
    String mutated = sql;
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      List<Span> tokens = QueryParser.parse(mutated).tokens();
      if (tokens.isEmpty()) {
        return mutated;
      }
      Span token = tokens.get(random.nextInt(tokens.size()));
      String text = mutated.substring(token.start(), token.end());
      String instead = switch (random.nextInt(4)) {
        case 0 -> "";
        case 1 -> text + "." + text;
        case 2 -> text + " " + PIECES.get(random.nextInt(PIECES.size()));
        default -> PIECES.get(random.nextInt(PIECES.size()));
      };
      mutated = mutated.substring(0, token.start()) + instead + mutated.substring(token.end());
    }
    return mutated;
  }
}
