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
import dev.litmus.processor.value.Cardinality;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.Rows;
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
        .contains("note: this is a bug of litmus, not of your query")
        .contains("help: report it with the query and the migrations");
  }

  @Test
  void typesAndNumbersOfRowsAreReportedToo() throws Exception {
    assertThat(
            problems(column -> column.with(column.value().with(Classes.INTEGER, Classes.INTEGER))))
        .extracting(Problem::fact)
        .containsExactly("litmus takes the column `note` for INTEGER, but it can be TEXT");
    assertThat(problems(SQL, facts -> with(facts, Rows.ONE)))
        .extracting(Problem::fact)
        .containsExactly("litmus takes this query for one of one rows, but there can be none");
    assertThat(problems("SELECT note FROM t", facts -> with(facts, Rows.ZERO_OR_ONE)))
        .extracting(Problem::fact)
        .containsExactly(
            "litmus takes this query for one of zero-or-one rows, but there can be more");
  }

  private static QueryFacts with(QueryFacts facts, Rows rows) {
    return new QueryFacts(
        facts.columns(),
        Cardinality.of(rows),
        facts.parameters(),
        facts.storing(),
        facts.writes(),
        facts.reads(),
        facts.changes(),
        facts.plan(),
        facts.disagreements());
  }

  private static List<Problem> problems(UnaryOperator<ResultColumn> change) throws Exception {
    return problems(
        SQL, facts -> facts.with(facts.columns().stream().map(change).toList(), facts.storing()));
  }

  private static List<Problem> problems(String sql, UnaryOperator<QueryFacts> change)
      throws Exception {
    ParsedQuery query = QueryParser.parse(sql);
    Rewriter rewriter = Rewriter.of(Set.of());
    try (Schema schema =
            SchemaScript.run("t", "CREATE TABLE t (id INTEGER PRIMARY KEY, note TEXT)");
        Refutations refutations = new Refutations(schema)) {
      QueryFacts facts = Analyzer.analyze(
              schema, Neighbours.NONE, query, rewriter, Assumptions.of(Set.of()), ORIGIN)
          .value()
          .orElseThrow();
      return refutations.check(
          ORIGIN, rewriter.rewrite(query), Set.of(), Assumptions.of(Set.of()), change.apply(facts));
    }
  }
}
