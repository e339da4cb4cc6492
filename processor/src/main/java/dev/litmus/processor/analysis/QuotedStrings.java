package dev.litmus.processor.analysis;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import dev.litmus.processor.rewrite.Edit;
import dev.litmus.processor.scope.ColumnUse;
import dev.litmus.processor.scope.Relation;
import dev.litmus.processor.sql.tree.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names in double quotes that SQLite takes for strings because no column is called so. It does that for no other quotes,
 * so the engine itself tells which they are: with backticks instead, it refuses them.
 *
 * @see <a href="https://sqlite.org/quirks.html#dblquote">Double-quoted string literals are accepted</a>
 */
final class QuotedStrings {

  private final Question question;

  QuotedStrings(Question question) {
    this.question = question;
  }

  /** Returns what is wrong with a query that SQLite accepts with NULL in the given places. */
  List<Problem> problems(List<Edit> nulls) {
    List<ColumnUse> quoted = question.names().columns().stream()
        .filter(use -> use.name().table().isEmpty() && isQuoted(use.name().name()))
        .toList();
    List<Problem> problems = new ArrayList<>();
    for (ColumnUse use : quoted) {
      if (isString(use.name().name(), nulls)) {
        problems.add(problem(use));
      }
    }
    return problems;
  }

  private static boolean isQuoted(Identifier name) {
    return name.quote() == Identifier.Quote.DOUBLE;
  }

  private boolean isString(Identifier name, List<Edit> nulls) {
    List<Edit> edits = new ArrayList<>(nulls);
    edits.add(new Edit(name.span(), "`" + name.name().replace("`", "``") + "`"));
    return question
        .refusal(edits)
        .filter(r -> r.kind() == Refusal.Kind.COLUMN && r.isOf(name.name()))
        .isPresent();
  }

  private Problem problem(ColumnUse use) {
    String name = use.name().name().name();
    List<String> columns = use.scope().visible().stream()
        .map(Relation::columnNames)
        .flatMap(List::stream)
        .distinct()
        .toList();
    Optional<String> near = Suggestions.nearest(name, columns);
    Problem problem = question
        .problem(
            ProblemCode.QUOTED_STRING,
            use.name().span(),
            "no column is called `" + name
                + "`, so SQLite takes the name in double quotes for a string")
        .evidence("columns here: " + Suggestions.inOrder(columns));
    return near.isPresent()
        ? problem.suggest(near)
        : problem.help("write `'" + name.replace("'", "''") + "'` for a string");
  }
}
