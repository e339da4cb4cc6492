package dev.litmus.processor.rule;

import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Assignment;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Upsert;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change gives each column one value. Of several, SQLite takes the last of a SET and the first of an INSERT.
 *
 * @see <a href="https://sqlite.org/lang_update.html">SQLite: UPDATE</a>
 */
public final class RepeatedColumnRule {

  private RepeatedColumnRule() {}

  public static List<Problem> check(MethodDeclaration method, ParsedQuery query) {
    List<Problem> problems = new ArrayList<>();
    query.all(Change.class).forEach(change -> {
      if (change instanceof Change.Insert insert) {
        repeated(insert.columns())
            .map(column -> problem(method, query, column, "the first"))
            .forEach(problems::add);
        for (Upsert upsert : insert.upserts()) {
          set(upsert.assignments())
              .map(column -> problem(method, query, column, "the last"))
              .forEach(problems::add);
        }
      } else if (change instanceof Change.Update update) {
        set(update.assignments())
            .map(column -> problem(method, query, column, "the last"))
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

  private static Problem problem(
      MethodDeclaration method, ParsedQuery query, Identifier column, String kept) {
    return Problem.of(
            ProblemCode.REPEATED_COLUMN,
            method.origin(),
            "column `" + column.name() + "` is given a value twice")
        .at(query.excerpt(column.span()))
        .note("SQLite takes " + kept + " of them, and says nothing")
        .help("leave one of them");
  }
}
