package dev.litmus.processor.evolution;

import dev.litmus.processor.evolution.BodiesRule.Broken;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.schema.Schema;
import dev.litmus.runtime.internal.migration.Migration;
import dev.litmus.runtime.internal.migration.MigrationFailedException;
import dev.litmus.runtime.internal.migration.Rehearsal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies a chain of migrations, which is known to make its schema, once more, and tries at every version what databases
 * that exist will meet:
 *
 * <ol>
 *   <li>rows do not make it fail ({@link RowsRule});
 *   <li>Down after Up leads back ({@link UndoRule});
 *   <li>nothing is lost without a word: columns ({@link LossRule}), rows ({@link RowLoss});
 *   <li>in the end, views can be read and triggers fired ({@link BodiesRule}), and indexes for full-text search find what
 *       is there ({@link SearchRule});
 *   <li>what a file allows is left out ({@link AllowComments}).
 * </ol>
 */
public final class MigrationProofs {

  private final Schema schema;
  private final Origin origin;
  private final Connection connection;
  private final SchemaTexts texts;
  private final List<Proof> proofs = new ArrayList<>();

  /** What was found of one migration, and what cannot be used after it. */
  private record Proof(Step step, SchemaText after, List<Problem> found, List<Broken> broken) {}

  private MigrationProofs(Schema schema, Origin origin, Connection connection) {
    this.schema = schema;
    this.origin = origin;
    this.connection = connection;
    this.texts = new SchemaTexts(connection);
  }

  /**
   * Returns what is wrong with the migrations of a schema; nothing for one that a script has made.
   *
   * @param origin where it is told
   */
  public static List<Problem> of(Schema schema, Origin origin) throws SQLException {
    try (Connection connection = schema.empty()) {
      Rehearsal.prepare(connection);
      return new MigrationProofs(schema, origin, connection).all();
    }
  }

  private List<Problem> all() throws SQLException {
    SchemaText before = texts.read();
    for (Migration migration : schema.migrations()) {
      Step step = Step.of(schema, migration, connection, texts, before, origin);
      List<Problem> found = new ArrayList<>(RowsRule.check(step).stream().toList());
      RowLoss.inUp(step).ifPresent(found::add);
      if (!apply(migration)) {
        return proofs.stream().flatMap(proof -> proof.found().stream()).toList();
      }
      SchemaText after = texts.read();
      UndoRule.check(step, after).ifPresent(found::add);
      found.addAll(LossRule.check(step, after));
      proofs.add(new Proof(step, after, found, BodiesRule.of(connection, after)));
      before = after;
    }
    return inTheEnd(before);
  }

  /** It has been applied before, to the same; only chance and the time can make it fail now. */
  private boolean apply(Migration migration) throws SQLException {
    Transaction.begin(connection);
    try {
      Rehearsal.up(connection, migration);
      Transaction.commit(connection);
      return true;
    } catch (MigrationFailedException e) {
      Transaction.rollback(connection);
      return false;
    }
  }

  private List<Problem> inTheEnd(SchemaText last) {
    List<Problem> problems = new ArrayList<>();
    List<Step> steps = proofs.stream().map(Proof::step).toList();
    for (int i = 0; i < proofs.size(); i++) {
      Proof proof = proofs.get(i);
      List<Problem> found = new ArrayList<>(proof.found());
      found.addAll(SearchRule.check(steps.subList(i, steps.size()), last));
      found.addAll(brokenSince(i));
      problems.addAll(AllowComments.apply(proof.step(), found));
    }
    return problems;
  }

  /** Returns what one migration breaks, and no later one puts right. */
  private List<Problem> brokenSince(int index) {
    Proof proof = proofs.get(index);
    return proof.broken().stream()
        .filter(broken ->
            index == 0 || proofs.get(index - 1).broken().stream().noneMatch(broken::isSame))
        .filter(broken -> proofs.stream()
            .skip(index)
            .allMatch(later -> later.broken().stream().anyMatch(broken::isSame)))
        .map(broken -> broken.by(proof.step()))
        .toList();
  }
}
