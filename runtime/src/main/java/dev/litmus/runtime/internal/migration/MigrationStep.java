package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.driver.FunctionCalls;
import dev.litmus.runtime.migration.MigrationCallback;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one way in which a migration is applied, at compile time and at run time, and in which it is undone. */
final class MigrationStep {

  private MigrationStep() {}

  /**
   * Runs Up and the callback, checks every foreign key and writes the history row, on a connection whose transaction is open, whose
   * foreign keys are not enforced, and whose history table exists. Commits nothing: that is the caller's decision.
   *
   * @param callback what the application does after the statements, or null
   * @param keysCount whether the migration may make no row that violates a foreign key; those it finds may stay
   */
  static void apply(
      Connection transaction,
      Migration migration,
      @Nullable MigrationCallback callback,
      boolean keysCount)
      throws MigrationFailedException {
    try {
      run(transaction, migration, migration.up(), callback, keysCount);
      MigrationHistory.add(transaction, migration);
    } catch (SQLException e) {
      throw MigrationFailedException.ofWhole(migration, SqliteWords.of(e), e);
    }
  }

  /**
   * Runs Down, checks every foreign key and deletes the history row, on the same conditions.
   *
   * @param keysCount whether undoing may make no row that violates a foreign key; those it finds may stay
   */
  static void undo(Connection transaction, Migration migration, boolean keysCount)
      throws MigrationFailedException {
    try {
      run(transaction, migration, migration.down(), null, keysCount);
      MigrationHistory.remove(transaction, migration);
    } catch (SQLException e) {
      throw MigrationFailedException.ofWhole(migration, SqliteWords.of(e), e);
    }
  }

  /**
   * Runs one part of a migration, and checks every foreign key and that the history is left alone; the settings of the
   * connection are the same afterwards.
   *
   * @param callback what the application does after the statements, or null
   * @param keysCount whether it may make no row that violates a foreign key; those it finds may stay
   */
  static void run(
      Connection transaction,
      Migration migration,
      List<MigrationStatement> statements,
      @Nullable MigrationCallback callback,
      boolean keysCount)
      throws SQLException, MigrationFailedException {
    ForeignKeyViolations before =
        keysCount ? ForeignKeyViolations.read(transaction) : ForeignKeyViolations.none();
    MigrationHistory history = MigrationHistory.read(transaction);
    LegacyAlterTable.keep(transaction, () -> {
      for (MigrationStatement statement : statements) {
        run(transaction, migration, statement);
      }
      if (callback != null) {
        CallbackStep.run(transaction, migration, callback);
      }
    });
    if (!MigrationHistory.read(transaction).equals(history)) {
      // The next start would find gaps, or apply again what is there.
      throw MigrationFailedException.ofWhole(
          migration, "it changes `_migrations`, which remembers what is applied", null);
    }
    if (keysCount) {
      checkForeignKeys(transaction, migration, before);
    }
  }

  private static void run(Connection transaction, Migration migration, MigrationStatement statement)
      throws MigrationFailedException {
    try {
      run(transaction, statement.sql());
    } catch (SQLException e) {
      throw MigrationFailedException.atStatement(migration, statement, e);
    }
  }

  /**
   * Runs one statement to its end. Prepared, because a driver's {@code Statement} gives words such as {@code backup} a
   * meaning of its own.
   */
  static void run(Connection connection, String sql) throws SQLException {
    FunctionCalls calls = FunctionCalls.of(connection);
    calls.forget();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (statement.execute()) {
        drain(statement);
      }
    } catch (SQLException e) {
      throw calls.explain(e);
    }
    calls.check();
  }

  private static void drain(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      boolean more = rows.next();
      while (more) {
        more = rows.next();
      }
    }
  }

  /** Nobody else looks: {@code integrity_check} does not see violations, and enforcement is off meanwhile. */
  private static void checkForeignKeys(
      Connection transaction, Migration migration, ForeignKeyViolations before)
      throws SQLException, MigrationFailedException {
    String made = ForeignKeyViolations.read(transaction).beyond(before);
    if (!made.isEmpty()) {
      throw MigrationFailedException.ofWhole(
          migration, "it leaves rows that violate foreign keys: " + made, null);
    }
  }
}
