package dev.litmus.processor.doubt;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.schema.Affinity;
import dev.litmus.processor.scope.ColumnUse;
import dev.litmus.processor.sql.tree.Expression.Call;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Texts are added up: those that are no numbers count as 0, and nobody is told.
 *
 * @see <a href="https://sqlite.org/lang_aggfunc.html#sumunc">sum and total</a>
 */
final class TextSums {

  private static final Set<String> SUMS = Set.of("sum", "total", "avg");

  private TextSums() {}

  static List<Problem> problems(Doubtful doubtful) {
    return doubtful
        .query()
        .all(Call.class)
        .filter(call -> SUMS.contains(call.function().name().toLowerCase(Locale.ROOT)))
        .flatMap(call -> problem(doubtful, call))
        .toList();
  }

  private static Stream<Problem> problem(Doubtful doubtful, Call call) {
    return call.arguments().stream()
        .filter(ColumnName.class::isInstance)
        .map(ColumnName.class::cast)
        .flatMap(name -> doubtful.use(name).flatMap(ColumnUse::declared).stream()
            .filter(column -> column.affinity() == Affinity.TEXT)
            .map(column -> doubtful
                .problem(
                    ProblemCode.SUM_OF_TEXT,
                    name.span(),
                    "`" + call.function().name() + "` adds up column `" + column.name() + "`, `"
                        + column.declaredType() + "`")
                .note("a text that is no number counts as 0")
                .help("write `CAST(" + doubtful.textOf(name)
                    + " AS REAL)` if its texts are numbers")));
  }
}
