package dev.litmus.processor.analysis;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import dev.litmus.processor.sql.tree.Change.Insert;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.Span;
import java.util.List;

/** An INSERT of more or fewer values than columns. */
final class ValuesDiagnosis {

  private final Question question;

  ValuesDiagnosis(Question question) {
    this.question = question;
  }

  List<Problem> wrongNumber(Refusal refusal) {
    return question
        .query()
        .all(Insert.class)
        .filter(insert -> insert.rows().isPresent())
        .findFirst()
        .map(insert -> List.of(wrongNumber(refusal, insert)))
        .orElse(List.of());
  }

  private Problem wrongNumber(Refusal refusal, Insert insert) {
    boolean listed = !insert.columns().isEmpty();
    int columns = refusal.numbers().get(listed ? 1 : refusal.numbers().size() - 2);
    int values = refusal.numbers().get(listed ? 0 : refusal.numbers().size() - 1);
    String table = insert.target().name().name().name();
    String fact = counted(values, "value") + " for " + counted(columns, "column");
    Problem problem = question.problem(
        ProblemCode.WRONG_NUMBER_OF_VALUES,
        place(insert.rows().orElseThrow().first(), columns),
        listed ? fact : fact + " of `" + table + "`");
    return listed
        ? problem.evidence("columns: "
            + Suggestions.inOrder(
                insert.columns().stream().map(Identifier::name).toList()))
        : question
            .schema()
            .table(table)
            .map(known -> problem
                .evidence("columns of `" + known.name() + "` (" + known.location() + "): "
                    + Suggestions.inOrder(known.columnNames()))
                .help("name the columns that are set: `INSERT INTO " + table + " (…)`"))
            .orElse(problem);
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** The first row that has another number, or what the SELECT yields. */
  private static Span place(SelectCore core, int columns) {
    if (core instanceof SelectCore.Values values) {
      return values.rows().stream()
          .filter(row -> row.items().size() != columns)
          .findFirst()
          .orElse(values.rows().get(0))
          .span();
    }
    List<ResultTerm> results = ((SelectCore.Select) core).results();
    return Span.covering(results.get(0).span(), results.get(results.size() - 1).span());
  }
}
