package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.migration.MigrationTarget;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a real database back to an earlier version: check the whole way, switch foreign keys off, then for each migration,
 * the newest first, lock, read the history again, undo, check, delete its row, commit.
 *
 * <p>A process that ends in the middle leaves whole steps: the database is at one of the versions on the way.
 */
public final class RollbackRunner {

  private final Connection writer;
  private final MigrationContext context;

  private RollbackRunner(Connection writer, MigrationContext context) {
    this.writer = writer;
    this.context = context;
  }

  /**
   * Undoes what was applied after the target.
   *
   * @param writer a connection of the caller's own, outside a transaction; its settings are the same afterwards
   * @return the migrations that this call has undone, the newest first
   * @throws MigrationException when a migration on the way cannot be undone, before anything is touched; when undoing one
   *     fails, after it is rolled back
   * @throws SQLException when the database cannot be read or written at all
   */
  public static List<Migration> rollback(
      Connection writer, MigrationContext context, MigrationTarget target) throws SQLException {
    return new RollbackRunner(writer, context).run(target);
  }

  /**
   * Refuses what {@link #rollback} would refuse before it undoes anything; writes nothing.
   *
   * @throws SQLException when the database cannot be read at all
   */
  public static void check(Connection connection, MigrationContext context, MigrationTarget target)
      throws SQLException {
    RollbackPlan.of(context, context.history(connection), target);
  }

  private List<Migration> run(MigrationTarget target) throws SQLException {
    MigrationHistory history = context.patience().run(() -> context.history(writer));
    List<Migration> plan = RollbackPlan.of(context, history, target);
    List<Migration> undone = new ArrayList<>();
    if (plan.isEmpty()) {
      return undone;
    }
    context.options().saving().save();
    try (ForeignKeysOff foreignKeys = ForeignKeysOff.on(writer)) {
      foreignKeys.verify();
      for (Migration migration : plan) {
        if (undo(migration, foreignKeys.enforcedBefore())) {
          undone.add(migration);
        }
      }
    }
    return undone;
  }

  /** False when another process was faster. */
  private boolean undo(Migration migration, boolean keysCount) throws SQLException {
    MigrationTransaction transaction = MigrationTransaction.begin(writer, context, migration);
    boolean first = false;
    long start = System.nanoTime();
    try {
      first = isNewest(migration);
      if (first) {
        context.observer().undoing(migration);
        MigrationStep.undo(writer, migration, keysCount);
      }
      transaction.commit();
      if (first) {
        context.observer().undone(migration, Duration.ofNanos(System.nanoTime() - start));
      }
      return first;
    } catch (MigrationFailedException e) {
      transaction.rollbackAfter(e);
      context.observer().failed(migration);
      throw MigrationAdvice.failure(context, e, "undone");
    } catch (SQLException | RuntimeException e) {
      transaction.rollbackAfter(e);
      if (first) {
        context.observer().failed(migration);
      }
      throw e;
    }
  }

  /** Whether it is applied, with nothing above it; false when it is not. */
  private boolean isNewest(Migration migration) throws SQLException {
    MigrationHistory history = context.history(writer);
    HistoryCheck check = new HistoryCheck(context.chain(), history);
    check.ownTable();
    MigrationHistory.Entry entry = history.applied().get(migration.version());
    if (entry == null) {
      return false;
    }
    check.isUnedited(entry);
    long newest = history.applied().lastKey();
    if (newest > migration.version()) {
      throw context.refusal(
          migration,
          "migration `" + migration.location()
              + "` cannot be undone: another process has applied version " + newest
              + " meanwhile",
          "End the other program and roll back again");
    }
    return true;
  }
}
