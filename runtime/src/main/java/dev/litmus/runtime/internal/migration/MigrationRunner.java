package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.driver.BusyWait;
import dev.litmus.runtime.internal.driver.ReportedError;
import dev.litmus.runtime.internal.migration.MigrationHistory.Maker;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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

  /** Opens an empty database in memory, for the comparison with one that another runner has migrated. */
  @FunctionalInterface
  public interface Scratch {
    /** The caller closes it. */
    Connection open() throws SQLException;
  }

  private static final int SQLITE_INTERRUPT = 9;

  private final Connection writer;
  private final MigrationChain chain;
  private final MigrationObserver observer;
  private final Scratch scratch;
  private final BusyWait wait;

  private MigrationRunner(
      Connection writer,
      MigrationChain chain,
      MigrationObserver observer,
      Scratch scratch,
      BusyWait wait) {
    this.writer = writer;
    this.chain = chain;
    this.observer = observer;
    this.scratch = scratch;
    this.wait = wait;
  }

  /**
   * Applies what is pending; writes nothing when nothing is.
   *
   * @param writer a connection of the caller's own, outside a transaction; its settings are the same afterwards
   * @param scratch used when the history is another runner's
   * @return how many migrations this call applied
   * @throws MigrationException when the history and the chain do not belong together, before anything is touched; when a
   *     migration fails, after it is rolled back; when another process keeps the lock
   * @throws SQLException when the database cannot be read or written at all
   */
  public static int migrate(
      Connection writer, MigrationChain chain, MigrationObserver observer, Scratch scratch)
      throws SQLException {
    return migrate(writer, chain, observer, scratch, BusyWait.forMigrations());
  }

  static int migrate(
      Connection writer,
      MigrationChain chain,
      MigrationObserver observer,
      Scratch scratch,
      BusyWait wait)
      throws SQLException {
    return new MigrationRunner(writer, chain, observer, scratch, wait).run();
  }

  /**
   * Refuses a database that {@link #migrate} would refuse before it applies anything; writes nothing.
   *
   * @param connection outside a transaction
   * @param scratch used when the history is another runner's
   * @throws MigrationException when the history and the chain do not belong together
   * @throws SQLException when the database cannot be read at all
   */
  public static void check(Connection connection, MigrationChain chain, Scratch scratch)
      throws SQLException {
    MigrationHistory history = MigrationHistory.read(connection);
    if (history.maker() != Maker.PREDECESSOR) {
      HistoryCheck.check(chain, history);
      return;
    }
    try (Connection empty = scratch.open()) {
      new HistoryAdoption(chain).check(connection, history, empty);
    }
  }

  /**
   * Makes sure that nothing is pending; writes nothing.
   *
   * @param connection outside a transaction; may be one that only reads
   * @throws MigrationException when something is pending, or the history and the chain do not belong together
   * @throws SQLException when the database cannot be read at all
   */
  public static void verify(Connection connection, MigrationChain chain) throws SQLException {
    List<Migration> pending = pending(connection, chain);
    if (!pending.isEmpty()) {
      throw new MigrationException(
          chain.schema(),
          "the database is not at the version of the code; pending: "
              + pending.stream().map(Migration::location).collect(Collectors.joining(", ")),
          "Open it once with MigrationMode.APPLY, not read-only",
          null);
    }
  }

  private int run() throws SQLException {
    if (wait.run(() -> MigrationHistory.read(writer)).maker() == Maker.PREDECESSOR) {
      adopt();
    }
    List<Migration> pending = wait.run(() -> pending(writer, chain));
    if (pending.isEmpty()) {
      return 0;
    }
    try (ForeignKeysOff foreignKeys = ForeignKeysOff.on(writer)) {
      foreignKeys.verify();
      int applied = 0;
      for (Migration migration : pending) {
        applied += apply(migration, foreignKeys.enforcedBefore()) ? 1 : 0;
      }
      return applied;
    }
  }

  private void adopt() throws SQLException {
    MigrationTransaction transaction = MigrationTransaction.begin(writer, wait);
    try (Connection empty = scratch.open()) {
      MigrationHistory history = MigrationHistory.read(writer);
      // Another process may have been faster.
      boolean first = history.maker() == Maker.PREDECESSOR;
      if (first) {
        new HistoryAdoption(chain).run(writer, history, empty);
      }
      transaction.commit();
      if (first) {
        observer.adopted();
      }
    } catch (SQLException | RuntimeException e) {
      transaction.rollbackAfter(e);
      throw e;
    }
  }

  private static List<Migration> pending(Connection connection, MigrationChain chain)
      throws SQLException {
    MigrationHistory history = MigrationHistory.read(connection);
    HistoryCheck.check(chain, history);
    return chain.migrations().stream()
        .filter(migration -> !history.applied().containsKey(migration.version()))
        .toList();
  }

  /** False when another process was faster. */
  private boolean apply(Migration migration, boolean keysCount) throws SQLException {
    MigrationTransaction transaction = begin(migration);
    boolean first = false;
    long start = System.nanoTime();
    try {
      first = pending(writer, chain).contains(migration);
      if (first) {
        observer.applying(migration);
        MigrationHistory.create(writer);
        MigrationStep.apply(writer, migration, keysCount);
      }
      transaction.commit();
      if (first) {
        observer.applied(migration, Duration.ofNanos(System.nanoTime() - start));
      }
      return first;
    } catch (MigrationFailedException e) {
      transaction.rollbackAfter(e);
      observer.failed(migration);
      throw failure(e);
    } catch (SQLException | RuntimeException e) {
      transaction.rollbackAfter(e);
      if (first) {
        observer.failed(migration);
      }
      throw e;
    }
  }

  /** What stopped the work from outside is thrown as it is: whoever asked for that knows it. */
  private MigrationException failure(MigrationFailedException e) throws SQLException {
    if (e.getCause() instanceof SQLException cause
        && ReportedError.of(cause).primaryCode() == SQLITE_INTERRUPT) {
      throw cause;
    }
    return new MigrationException(
        chain.schema(), e.location(), e.summary(), MigrationAdvice.after(e), e);
  }

  private MigrationTransaction begin(Migration migration) throws SQLException {
    try {
      return MigrationTransaction.begin(writer, wait);
    } catch (SQLException e) {
      if (!BusyWait.isBusy(e) || Thread.currentThread().isInterrupted()) {
        throw e;
      }
      throw new MigrationException(
          chain.schema(),
          migration.location(),
          "migration `" + migration.location() + "` waited " + wait.limit().toSeconds()
              + " s for another writer of the file",
          "Find the process or connection that holds its transaction open",
          e);
    }
  }
}
