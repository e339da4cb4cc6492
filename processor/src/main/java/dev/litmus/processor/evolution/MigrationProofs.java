package dev.litmus.processor.evolution;

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
 *   <li>what a file allows is left out ({@link AllowComments}).
 * </ol>
 */
public final class MigrationProofs {

  private final Schema schema;
  private final Origin origin;
  private final Connection connection;
  private final SchemaTexts texts;
  private final List<Problem> problems = new ArrayList<>();

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
      Step step = new Step(schema, migration, connection, texts, before, origin);
      List<Problem> found = new ArrayList<>();
      RowsRule.check(step).ifPresent(found::add);
      if (!apply(migration)) {
        return problems;
      }
      SchemaText after = texts.read();
      UndoRule.check(step, after).ifPresent(found::add);
      problems.addAll(AllowComments.apply(step, found));
      before = after;
    }
    return problems;
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
}
