package dev.litmus.processor.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.analysis.Analyzer;
import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.analysis.Trials;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.refute.Refutation;
import dev.litmus.processor.refute.Refuter;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.schema.Neighbours;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is inferred of the cases is not refuted by any of the databases that the refuter can think of. */
class InferenceRefutationTest {

  private static final Rewriter REWRITER = Rewriter.of(Set.of());

  @ParameterizedTest
  @ValueSource(strings = {"columns.txt", "rows.txt", "parameters.txt", "attacked.txt"})
  void noClaimIsRefuted(String file) throws Exception {
    List<String> refuted = new ArrayList<>();
    int tried = 0;
    try (Schema schema = SchemaScript.run("shop", Shop.SCRIPT);
        Refuter refuter = Refuter.of(schema).orElseThrow()) {
      for (String sql : queries(file)) {
        for (Refutation refutation : refutations(schema, refuter, sql)) {
          refuted.add(sql + ": " + refutation);
        }
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(40);
    assertThat(refuted).isEmpty();
  }

  static List<Refutation> refutations(Schema schema, Refuter refuter, String sql)
      throws SQLException {
    ParsedQuery query = QueryParser.parse(sql);
    QueryFacts facts = Analyzer.analyze(
            schema, Neighbours.NONE, query, REWRITER, Assumptions.NONE, new Origin() {})
        .value()
        .orElseThrow();
    return refuter.refute(Trials.of(REWRITER.rewrite(query), Set.of(), Assumptions.NONE, facts));
  }

  private static List<String> queries(String file) throws IOException {
    try (InputStream in = InferenceRefutationTest.class.getResourceAsStream(file)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(" ¦ ", 2)[0])
          .filter(line -> !line.contains("?"))
          .toList();
    }
  }
}
