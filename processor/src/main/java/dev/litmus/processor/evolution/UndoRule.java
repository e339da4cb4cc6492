package dev.litmus.processor.evolution;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.runtime.internal.migration.MigrationFailedException;
import dev.litmus.runtime.internal.migration.Rehearsal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Down must run on what Up has made, leave the schema as it was before, and let Up run again. A migration without Down
 * promises nothing.
 */
final class UndoRule {

  private static final int MOST_SHOWN = 10;
  private static final String CURE =
      "undo in Down every statement of Up, in reverse order: Down is no part of the checksum, and may be changed at any time";

  private final Step step;
  private final SchemaText after;

  private UndoRule(Step step, SchemaText after) {
    this.step = step;
    this.after = after;
  }

  /**
   * Tries the Down part of a migration that has been applied, and leaves the database as it was.
   *
   * @param after what the database consists of with the migration
   */
  static Optional<Problem> check(Step step, SchemaText after) throws SQLException {
    if (step.migration().down().isEmpty()) {
      return Optional.empty();
    }
    Transaction.begin(step.connection());
    try {
      return new UndoRule(step, after).check();
    } finally {
      Transaction.rollback(step.connection());
    }
  }

  private Optional<Problem> check() throws SQLException {
    try {
      Rehearsal.down(step.connection(), step.migration());
    } catch (MigrationFailedException e) {
      return Optional.of(
          step.problem(ProblemCode.DOWN_FAILS, "the Down part of " + step.name() + " fails", e));
    }
    List<String> differences = step.before().differencesOf(step.texts().read());
    return differences.isEmpty()
        ? upAgain()
        : Optional.of(differs(
                "the Down part of " + step.name() + " does not lead back to the version before",
                step.migration().down().get(0).line(),
                differences)
            .help(CURE));
  }

  private Optional<Problem> upAgain() throws SQLException {
    try {
      Rehearsal.up(step.connection(), step.migration());
    } catch (MigrationFailedException e) {
      return Optional.of(step.problem(
              ProblemCode.DOWN_DIFFERS,
              "after its Down part, " + step.name() + " cannot be applied again",
              e)
          .help("undo in Down also what Up does to rows"));
    }
    List<String> differences = after.differencesOf(step.texts().read());
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(differs(
            "after its Down part, " + step.name() + " makes something else",
            step.migration().up().get(0).line(),
            differences));
  }

  private Problem differs(String fact, int line, List<String> differences) {
    Problem problem = step.problem(ProblemCode.DOWN_DIFFERS, fact, line);
    for (String difference : differences.subList(0, Math.min(MOST_SHOWN, differences.size()))) {
      problem = problem.evidence(difference);
    }
    return differences.size() > MOST_SHOWN
        ? problem.evidence("and " + (differences.size() - MOST_SHOWN) + " more")
        : problem;
  }
}
