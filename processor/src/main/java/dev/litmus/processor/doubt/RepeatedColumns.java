package dev.litmus.processor.doubt;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.tree.Assignment;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Upsert;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change gives a column several values. SQLite takes the last of a SET and the first of an INSERT.
 *
 * @see <a href="https://sqlite.org/lang_update.html">SQLite: UPDATE</a>
 */
final class RepeatedColumns {

  private RepeatedColumns() {}

  static List<Problem> problems(Doubtful doubtful) {
    List<Problem> problems = new ArrayList<>();
    doubtful.query().all(Change.class).forEach(change -> {
      if (change instanceof Change.Insert insert) {
        repeated(insert.columns())
            .map(column -> problem(doubtful, column, "the first"))
            .forEach(problems::add);
        for (Upsert upsert : insert.upserts()) {
          set(upsert.assignments())
              .map(column -> problem(doubtful, column, "the last"))
              .forEach(problems::add);
        }
      } else if (change instanceof Change.Update update) {
        set(update.assignments())
            .map(column -> problem(doubtful, column, "the last"))
            .forEach(problems::add);
      }
    });
    return problems;
  }

  private static Stream<Identifier> set(List<Assignment> assignments) {
    return repeated(assignments.stream()
        .flatMap(assignment -> assignment.columns().stream())
        .toList());
  }

  /** Returns the names that stand in a list before, too. */
  private static Stream<Identifier> repeated(List<Identifier> columns) {
    return columns.stream()
        .filter(column -> columns.stream()
            .takeWhile(before -> !before.span().equals(column.span()))
            .anyMatch(before -> before.is(column.name())));
  }

  private static Problem problem(Doubtful doubtful, Identifier column, String kept) {
    return doubtful
        .problem(
            ProblemCode.REPEATED_COLUMN,
            column.span(),
            "column `" + column.name() + "` is given a value twice")
        .note("SQLite takes " + kept + " of them, and says nothing")
        .help("leave one of them");
  }
}
