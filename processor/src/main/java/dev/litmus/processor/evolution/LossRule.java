package dev.litmus.processor.evolution;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Definition;
import dev.litmus.processor.sql.tree.Definition.AlterTable;
import dev.litmus.processor.sql.tree.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a migration loses without a word: columns that a rebuilt table has before and after, and that nothing copies; and
 * what Down drops because Up has added it.
 */
final class LossRule {

  private static final String GENERATED = " GENERATED";

  private final Step step;
  private final SchemaText after;

  private LossRule(Step step, SchemaText after) {
    this.step = step;
    this.after = after;
  }

  static List<Problem> check(Step step, SchemaText after) {
    LossRule rule = new LossRule(step, after);
    List<Problem> problems = new ArrayList<>(rule.rebuilds());
    rule.downLoses().ifPresent(problems::add);
    return problems;
  }

  /** A table that another one takes the name of, which this migration has made and filled. */
  private List<Problem> rebuilds() {
    List<Problem> problems = new ArrayList<>();
    for (UpStatement statement : step.statements()) {
      Optional<AlterTable> renamed = statement
          .as(AlterTable.class)
          .filter(alter -> alter.action() instanceof AlterTable.RenameTable);
      if (renamed.isPresent()) {
        String from = key(renamed.get().name().name());
        String to = key(((AlterTable.RenameTable) renamed.get().action()).to());
        if (isMadeHere(from) && isDropped(to)) {
          rebuild(from, to).ifPresent(problems::add);
        }
      }
    }
    return problems;
  }

  private boolean isMadeHere(String table) {
    return step.statements().stream()
        .flatMap(statement -> statement.as(Definition.CreateTable.class).stream())
        .anyMatch(made -> key(made.name().name()).equals(table));
  }

  private boolean isDropped(String table) {
    return step.statements().stream()
        .flatMap(statement -> statement.as(Definition.Drop.class).stream())
        .anyMatch(drop -> key(drop.name().name()).equals(table));
  }

  private Optional<Problem> rebuild(String from, String to) {
    List<UpStatement> copies = step.statements().stream()
        .filter(statement -> statement
            .as(Change.Insert.class)
            .filter(insert -> key(insert.target().name().name()).equals(from))
            .isPresent())
        .toList();
    Optional<SchemaText.Piece> old = step.before().table(to);
    Optional<SchemaText.Piece> rebuilt = after.table(to);
    if (copies.isEmpty() || old.isEmpty() || rebuilt.isEmpty()) {
      return Optional.empty();
    }
    Set<String> given = given(copies, Set.of(from, to));
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
                "the table `" + to + "` is rebuilt, and what was in " + String.join(", ", lost)
                    + " is lost",
                copies.get(0).line())
            .help("copy every column that the table has before and after"));
  }

  /** Returns the columns that get a value from somewhere; a star for all of them. */
  private Set<String> given(List<UpStatement> copies, Set<String> tables) {
    Set<String> given = new HashSet<>();
    for (UpStatement copy : copies) {
      List<Identifier> columns =
          copy.as(Change.Insert.class).map(Change.Insert::columns).orElse(List.of());
      columns.forEach(column -> given.add(key(column)));
      if (columns.isEmpty()) {
        given.add("*");
      }
    }
    step.statements().stream()
        .flatMap(statement -> statement.as(Change.Update.class).stream())
        .filter(update -> tables.contains(key(update.target().name().name())))
        .flatMap(update -> update.assignments().stream())
        .flatMap(assignment -> assignment.columns().stream())
        .forEach(column -> given.add(key(column)));
    return given;
  }

  private Optional<Problem> downLoses() {
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
    return Names.key(name.name());
  }
}
