package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.migration.MigrationHistory.Maker;
import dev.litmus.runtime.migration.MigrationTarget;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings a real database to the version of the code: check the history, switch foreign keys off, then for each pending
 * migration lock, read the history again, apply, check, record, commit.
 *
 * <p>The lock comes before the second reading because several processes may start at once: whoever waits finds the
 * migration applied and goes on. Statements and history row share one transaction, so that a crash leaves both or none.
 */
public final class MigrationRunner {

  private final Connection writer;
  private final MigrationContext context;

  private MigrationRunner(Connection writer, MigrationContext context) {
    this.writer = writer;
    this.context = context;
  }

  /**
   * Applies what is pending; writes nothing when nothing is.
   *
   * @param writer a connection of the caller's own, outside a transaction; its settings are the same afterwards
   * @param target latest, or a version
   * @return the migrations that this call has applied, in their order
   * @throws MigrationException when the history and the chain do not belong together, before anything is touched; when a
   *     migration fails, after it is rolled back; when another process keeps the lock
   * @throws SQLException when the database cannot be read or written at all
   */
  public static List<Migration> migrate(
      Connection writer, MigrationContext context, MigrationTarget target) throws SQLException {
    return new MigrationRunner(writer, context).run(target);
  }

  /**
   * Refuses a database that {@link #migrate} would refuse before it applies anything; writes nothing.
   *
   * @param connection outside a transaction
   * @throws MigrationException when the history and the chain do not belong together
   * @throws SQLException when the database cannot be read at all
   */
  public static void check(Connection connection, MigrationContext context) throws SQLException {
    MigrationPlan.of(connection, context, MigrationTarget.latest());
  }

  /**
   * Makes sure that nothing is pending; writes nothing.
   *
   * @param connection outside a transaction; may be one that only reads
   * @throws MigrationException when something is pending, or the history and the chain do not belong together
   * @throws SQLException when the database cannot be read at all
   */
  public static void verify(Connection connection, MigrationContext context) throws SQLException {
    List<Migration> pending =
        MigrationPlan.pending(context.history(connection), context, MigrationTarget.latest());
    if (!pending.isEmpty()) {
      throw context.refusal(
          "the database is not at the version of the code; pending: "
              + pending.stream().map(Migration::location).collect(Collectors.joining(", ")),
          "Open it once with MigrationMode.APPLY, not read-only");
    }
  }

  private List<Migration> run(MigrationTarget target) throws SQLException {
    boolean saved = takeOver();
    List<Migration> pending = context
        .patience()
        .run(() -> MigrationPlan.pending(context.history(writer), context, target));
    List<Migration> applied = new ArrayList<>();
    if (pending.isEmpty()) {
      return applied;
    }
    if (!saved) {
      context.options().saving().save();
    }
    try (ForeignKeysOff foreignKeys = ForeignKeysOff.on(writer)) {
      foreignKeys.verify();
      for (Migration migration : pending) {
        if (apply(migration, foreignKeys.enforcedBefore())) {
          applied.add(migration);
        }
      }
    }
    return applied;
  }

  /** Takes over the history of another runner; false when there is none. */
  private boolean takeOver() throws SQLException {
    if (context.patience().run(() -> MigrationHistory.read(writer)).maker() != Maker.PREDECESSOR) {
      return false;
    }
    context.patience().run(() -> MigrationPlan.of(writer, context, MigrationTarget.latest()));
    context.options().saving().save();
    MigrationTransaction transaction = MigrationTransaction.begin(writer, context.patience());
    try (Connection empty = context.scratch().open()) {
      MigrationHistory history = MigrationHistory.read(writer);
      // Another process may have been faster.
      boolean first = history.maker() == Maker.PREDECESSOR;
      if (first) {
        new HistoryAdoption(context.chain()).run(writer, history, empty);
      }
      transaction.commit();
      if (first) {
        context.observer().adopted();
      }
      return true;
    } catch (SQLException | RuntimeException e) {
      transaction.rollbackAfter(e);
      throw e;
    }
  }

  private boolean isLast(Migration migration) {
    return migration.version() == context.chain().byVersion().lastKey();
  }

  /** What no migration puts right any more. */
  private void checkTargets(Migration migration) throws SQLException, MigrationFailedException {
    ForeignKeyMismatch mismatch = ForeignKeyMismatch.find(writer, migration, null);
    if (mismatch != null) {
      throw mismatch.failure();
    }
  }

  /** False when another process was faster. */
  private boolean apply(Migration migration, boolean keysCount) throws SQLException {
    MigrationTransaction transaction = MigrationTransaction.begin(writer, context, migration);
    boolean first = false;
    long start = System.nanoTime();
    try {
      first = isNext(migration);
      if (first) {
        context.observer().applying(migration);
        MigrationHistory.create(writer);
        MigrationStep.apply(
            writer, migration, context.options().callbacks().get(migration.version()), keysCount);
        if (keysCount && isLast(migration)) {
          checkTargets(migration);
        }
      }
      transaction.commit();
      if (first) {
        context.observer().applied(migration, Duration.ofNanos(System.nanoTime() - start));
      }
      return first;
    } catch (MigrationFailedException e) {
      transaction.rollbackAfter(e);
      context.observer().failed(migration);
      throw MigrationAdvice.failure(context, e, "applied");
    } catch (SQLException | RuntimeException e) {
      transaction.rollbackAfter(e);
      if (first) {
        context.observer().failed(migration);
      }
      throw e;
    }
  }

  /** Whether it is pending, with nothing pending before it; false when it is applied. */
  private boolean isNext(Migration migration) throws SQLException {
    List<Migration> pending =
        MigrationPlan.pending(context.history(writer), context, MigrationTarget.latest());
    if (!pending.contains(migration)) {
      return false;
    }
    Migration next = pending.get(0);
    if (!next.equals(migration)) {
      throw context.refusal(
          migration,
          "migration `" + migration.location() + "` cannot be applied: another process has undone `"
              + next.location() + "` meanwhile",
          "End the other program and migrate again");
    }
    return true;
  }
}
