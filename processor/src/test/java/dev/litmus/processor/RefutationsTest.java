package dev.litmus.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.analysis.Analyzer;
import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.inference.Assumptions;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.ProblemText;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.schema.Neighbours;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What would be said if something that is known of a query were wrong. */
class RefutationsTest {

  private static final Origin ORIGIN = new Origin() {};
  private static final String SQL = "SELECT note FROM t WHERE id = :id";

  @Test
  void whatIsRightIsNotReported() throws Exception {
    assertThat(problems(column -> column)).isEmpty();
  }

  @Test
  void whatIsWrongIsReportedWithTheRows() throws Exception {
    List<Problem> problems = problems(column -> column.with(column.value().notNull()));
    assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.BUG);
    assertThat(ProblemText.render(problems.get(0)))
        .contains("litmus takes the column `note` for never NULL, but it can be")
        .contains("here is a database that shows it:\n    t: (id = 1, note = NULL)\n    :id = 1\n")
        .contains("help: report it with the query and the migrations");
  }

  private static List<Problem> problems(UnaryOperator<ResultColumn> change) throws Exception {
    ParsedQuery query = QueryParser.parse(SQL);
    Rewriter rewriter = Rewriter.of(Set.of());
    try (Schema schema =
            SchemaScript.run("t", "CREATE TABLE t (id INTEGER PRIMARY KEY, note TEXT)");
        Refutations refutations = new Refutations(schema)) {
      QueryFacts facts = Analyzer.analyze(
              schema, Neighbours.NONE, query, rewriter, Assumptions.of(Set.of()), ORIGIN)
          .value()
          .orElseThrow();
      return refutations.check(
          ORIGIN,
          rewriter.rewrite(query),
          Set.of(),
          Assumptions.of(Set.of()),
          facts.with(facts.columns().stream().map(change).toList(), facts.storing()));
    }
  }
}
