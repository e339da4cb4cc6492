package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.driver.BusyWait;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * One transaction that holds the write lock from its beginning, in SQL: the driver's {@code setAutoCommit} would begin
 * the next one by itself and keep the lock. Beginning and committing are the two steps at which SQLite answers busy, and
 * both may simply be tried again.
 *
 * <p>Source: <a href="https://sqlite.org/lang_transaction.html">transactions</a>.
 */
final class MigrationTransaction {

  private final Connection connection;
  private final BusyWait wait;

  private MigrationTransaction(Connection connection, BusyWait wait) {
    this.connection = connection;
    this.wait = wait;
  }

  static MigrationTransaction begin(Connection connection, BusyWait wait) throws SQLException {
    MigrationTransaction transaction = new MigrationTransaction(connection, wait);
    transaction.run("BEGIN IMMEDIATE");
    return transaction;
  }

  /** Begins the transaction of one migration; when somebody else keeps the lock, it says so. */
  static MigrationTransaction begin(
      Connection connection, MigrationContext context, Migration migration) throws SQLException {
    try {
      return begin(connection, context.patience());
    } catch (SQLException e) {
      if (!BusyWait.isBusy(e) || Thread.currentThread().isInterrupted()) {
        throw e;
      }
      throw new MigrationException(
          context.schema(),
          migration.location(),
          "migration `" + migration.location() + "` waited "
              + context.patience().limit().toSeconds() + " s for another writer of the file",
          "Find the process or connection that holds its transaction open",
          e);
    }
  }

  void commit() throws SQLException {
    run("COMMIT");
  }

  /** Rolls back; a failure to do so is kept with what led here. */
  void rollbackAfter(Exception cause) {
    try {
      MigrationStep.run(connection, "ROLLBACK");
    } catch (SQLException e) {
      // A full disk or RAISE(ROLLBACK) has ended the transaction already, which is what was wanted.
      if (!SqliteWords.of(e).contains("no transaction is active")) {
        cause.addSuppressed(e);
      }
    }
  }

  private void run(String sql) throws SQLException {
    wait.run(() -> {
      MigrationStep.run(connection, sql);
      return sql;
    });
  }
}
