package dev.litmus.processor.evolution;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.refute.Populations;
import dev.litmus.processor.refute.Witness;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.runtime.internal.migration.MigrationFailedException;
import dev.litmus.runtime.internal.migration.MigrationStatement;
import dev.litmus.runtime.internal.migration.Rehearsal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A migration that works on empty tables can fail on rows, and then an application does not start. It is tried on small
 * databases of the version before it, filled with what that version allows.
 */
final class RowsRule {

  /** SQLite's codes for what rows violate: constraints, and types that do not match. */
  private static final Set<Integer> OF_ROWS = Set.of(19, 20);

  /** What SQLite finds out by rows alone, and has no code of its own for. */
  private static final List<String> WORDS_OF_ROWS =
      List.of("Cannot add a ", "triggers nested too deep", "too many levels of trigger recursion");

  private final Step step;
  private @Nullable MigrationFailedException failure;

  private RowsRule(Step step) {
    this.step = step;
  }

  /** Tries a migration before it is applied, and leaves the database as it was. */
  static Optional<Problem> check(Step step) throws SQLException {
    return step.meetsRows() ? new RowsRule(step).check() : Optional.empty();
  }

  private Optional<Problem> check() throws SQLException {
    String sql = step.migration().up().stream()
        .map(MigrationStatement::sql)
        .collect(Collectors.joining(";\n"));
    try (Populations populations = Populations.of(step.connection(), sql)) {
      Optional<Witness> witness = populations.find(this::attempt);
      return witness.isPresent() && failure != null
          ? Optional.of(problem(witness.get(), failure))
          : Optional.empty();
    }
  }

  /** The words differ with the rows where no statement is named: of foreign keys they have numbers. */
  private Optional<String> attempt() {
    try {
      Rehearsal.up(step.connection(), step.migration());
      return Optional.empty();
    } catch (MigrationFailedException e) {
      if (!isOfRows(e) || bringsRows(e)) {
        return Optional.empty();
      }
      failure = e;
      return Optional.of(e.line() + (e.line() > 0 ? e.fact() : ""));
    }
  }

  /** Tells whether rows are to blame, and not time, memory, or a function that takes no such text. */
  private static boolean isOfRows(MigrationFailedException e) {
    return !(e.getCause() instanceof SQLException cause)
        || OF_ROWS.contains(cause.getErrorCode())
        || WORDS_OF_ROWS.stream().anyMatch(e.fact()::startsWith);
  }

  /**
   * Tells whether a migration fails that brings rows itself. They are those of a table that is its own affair, as a list of
   * countries: that a user could have one of them already is no doubt worth a warning.
   */
  private static boolean bringsRows(MigrationFailedException e) {
    return e.statement()
        .flatMap(sql -> QueryParser.parse(sql).tree())
        .filter(tree -> tree instanceof Change.Insert insert
            && insert
                .rows()
                .filter(rows -> rows.first() instanceof SelectCore.Values)
                .isPresent())
        .isPresent();
  }

  private Problem problem(Witness witness, MigrationFailedException e) {
    Problem problem = step.problem(
            ProblemCode.FAILS_ON_ROWS,
            "the migration " + step.name() + " fails on rows that the version before allows",
            e)
        .evidence("here is a database on which it fails:");
    for (String line : witness.lines()) {
      problem = problem.evidence("  " + line);
    }
    return problem.help(
        "change such rows in a statement before it, or say in the file why there are none: " + "`"
            + AllowComments.example(ProblemCode.FAILS_ON_ROWS) + "`");
  }
}
