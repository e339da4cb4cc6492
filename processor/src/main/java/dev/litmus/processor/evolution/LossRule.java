package dev.litmus.processor.evolution;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a migration loses without a word: columns that a rebuilt table has before and after, and that nothing copies; and
 * what Down drops because Up has added it, or takes away of the rows.
 */
final class LossRule {

  private static final String GENERATED = " GENERATED";

  private final Step step;
  private final SchemaText after;

  private LossRule(Step step, SchemaText after) {
    this.step = step;
    this.after = after;
  }

  static List<Problem> check(Step step, SchemaText after) throws SQLException {
    LossRule rule = new LossRule(step, after);
    List<Problem> problems = new ArrayList<>(rule.rebuilds());
    rule.downLoses().ifPresent(problems::add);
    return problems;
  }

  private List<Problem> rebuilds() {
    return Rebuild.of(step.statements()).stream()
        // Where nothing is copied, RowLoss tells of the rows.
        .filter(rebuild -> !rebuild.copies().isEmpty())
        .flatMap(rebuild -> columnsOf(rebuild).stream())
        .toList();
  }

  private Optional<Problem> columnsOf(Rebuild rebuild) {
    Optional<SchemaText.Piece> old = step.before().table(rebuild.table());
    Optional<SchemaText.Piece> rebuilt = after.table(rebuild.table());
    if (old.isEmpty() || rebuilt.isEmpty()) {
      return Optional.empty();
    }
    Set<String> given = given(rebuild);
    List<String> lost = rebuilt.get().columns().entrySet().stream()
        .filter(column -> !column.getValue().endsWith(GENERATED))
        .map(column -> column.getKey())
        .filter(old.get().columns()::containsKey)
        .filter(column -> !given.contains(column) && !given.contains("*"))
        .map(column -> "`" + column + "`")
        .toList();
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(step.problem(
                ProblemCode.UP_LOSES,
                "the table `" + rebuild.table() + "` is rebuilt, and what was in "
                    + String.join(", ", lost) + " is lost",
                rebuild.copies().get(0).line())
            .help("copy every column that the table has before and after"));
  }

  /** Returns the columns that get a value from somewhere; a star for all of them. */
  private Set<String> given(Rebuild rebuild) {
    Set<String> given = new HashSet<>();
    for (UpStatement copy : rebuild.copies()) {
      List<Identifier> columns =
          copy.as(Change.Insert.class).map(Change.Insert::columns).orElse(List.of());
      columns.forEach(column -> given.add(key(column)));
      if (columns.isEmpty()) {
        given.add("*");
      }
    }
    step.statements().stream()
        .flatMap(statement -> statement.as(Change.Update.class).stream())
        .filter(update -> isOf(rebuild, key(update.target().name().name())))
        .flatMap(update -> update.assignments().stream())
        .flatMap(assignment -> assignment.columns().stream())
        .forEach(column -> given.add(key(column)));
    return given;
  }

  private static boolean isOf(Rebuild rebuild, String table) {
    return table.equals(rebuild.table()) || table.equals(rebuild.made());
  }

  private Optional<Problem> downLoses() throws SQLException {
    if (step.migration().down().isEmpty()) {
      return Optional.empty();
    }
    List<String> lost = new ArrayList<>();
    after.tables().forEach(table -> {
      Optional<SchemaText.Piece> old = step.before().table(table.name());
      if (old.isEmpty()) {
        lost.add("the table `" + table.name() + "` with its rows");
      } else {
        String columns = table.columns().keySet().stream()
            .filter(column -> !old.get().columns().containsKey(column))
            .map(column -> "`" + column + "`")
            .collect(Collectors.joining(", "));
        if (!columns.isEmpty()) {
          lost.add("of `" + table.name() + "` what is in " + columns);
        }
      }
    });
    RowLoss.inDown(step, after).ifPresent(table -> lost.add("rows of `" + table + "`"));
    if (lost.isEmpty()) {
      return Optional.empty();
    }
    Problem problem = step.problem(
        ProblemCode.DOWN_LOSES,
        "the Down part of " + step.name() + " loses what was stored since",
        step.migration().down().get(0).line());
    for (String one : lost) {
      problem = problem.evidence(one);
    }
    return Optional.of(problem);
  }

  private static String key(Identifier name) {
    return SqlName.key(name.name());
  }
}
