package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.migration.MigrationHistory.Maker;
import dev.litmus.runtime.migration.MigrationMove;
import dev.litmus.runtime.migration.MigrationMove.Direction;
import dev.litmus.runtime.migration.MigrationTarget;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;

/** What leads from the state of a database to a target; reads and refuses, and writes nothing. */
public final class MigrationPlan {

  private MigrationPlan() {}

  /**
   * Reads what is to be done, in its order.
   *
   * @throws MigrationException what carrying it out would throw before it touched anything
   * @throws SQLException when the database cannot be read at all
   */
  public static List<MigrationMove> of(
      Connection connection, MigrationContext context, MigrationTarget target) throws SQLException {
    MigrationHistory history = context.history(connection);
    if (isUp(history, target)) {
      return moves(pending(connection, history, context, target), Direction.UP);
    }
    return moves(RollbackPlan.of(context, history, target), Direction.DOWN);
  }

  /**
   * Refuses what applying up to the target would refuse before it touched anything, also when the database is beyond it.
   *
   * @throws SQLException when the database cannot be read at all
   */
  public static void checkUp(
      Connection connection, MigrationContext context, MigrationTarget target) throws SQLException {
    pending(connection, context.history(connection), context, target);
  }

  /** The same migrations as others see them. */
  public static List<MigrationMove> moves(List<Migration> migrations, Direction direction) {
    return migrations.stream()
        .map(migration -> new MigrationMove(
            direction,
            migration.version(),
            migration.name(),
            migration.location(),
            (direction == Direction.UP ? migration.up() : migration.down())
                .stream().map(MigrationStatement::sql).toList()))
        .toList();
  }

  private static boolean isUp(MigrationHistory history, MigrationTarget target) {
    if (target instanceof MigrationTarget.Version wanted) {
      SortedMap<Long, ?> applied = history.applied();
      return applied.isEmpty() || applied.lastKey() <= wanted.version();
    }
    return target instanceof MigrationTarget.Latest;
  }

  /** A history that would be taken over first is looked at as if it had been. */
  private static List<Migration> pending(
      Connection connection,
      MigrationHistory history,
      MigrationContext context,
      MigrationTarget target)
      throws SQLException {
    if (history.maker() != Maker.PREDECESSOR) {
      return pending(history, context, target);
    }
    try (Connection empty = context.scratch().open()) {
      new HistoryAdoption(context.chain()).check(connection, history, empty);
    }
    return notApplied(history, context, target);
  }

  /**
   * Returns what is to be applied, in ascending order.
   *
   * @throws MigrationException when the history and the chain do not belong together, or do not lead there
   */
  static List<Migration> pending(
      MigrationHistory history, MigrationContext context, MigrationTarget target) {
    HistoryCheck.check(context.chain(), history, context.options().lateAccepted());
    return notApplied(history, context, target);
  }

  private static List<Migration> notApplied(
      MigrationHistory history, MigrationContext context, MigrationTarget target) {
    long last = last(history, context, target);
    return context.chain().migrations().stream()
        .filter(migration -> migration.version() <= last)
        .filter(migration -> !history.applied().containsKey(migration.version()))
        .toList();
  }

  private static long last(
      MigrationHistory history, MigrationContext context, MigrationTarget target) {
    if (target instanceof MigrationTarget.Latest) {
      return Long.MAX_VALUE;
    }
    if (!(target instanceof MigrationTarget.Version wanted)) {
      throw new IllegalArgumentException("a migration to " + target);
    }
    long version = wanted.version();
    if (version != 0 && !context.chain().byVersion().containsKey(version)) {
      throw context.refusal(
          "the code has no version " + version + "; it has "
              + context.chain().byVersion().keySet(),
          "Choose one of those");
    }
    if (!history.applied().isEmpty() && history.applied().lastKey() > version) {
      throw context.refusal(
          "the database is at version " + history.applied().lastKey() + " already, beyond "
              + version,
          "Roll it back to that version if that is what is meant");
    }
    return version;
  }
}
