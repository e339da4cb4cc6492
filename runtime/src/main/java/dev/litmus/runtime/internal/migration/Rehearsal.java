package dev.litmus.runtime.internal.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Runs migrations there and back on a database that nobody else has, to see what they do: without a lock and without
 * history, in a transaction of the caller's, who decides what stays. Foreign keys must not be enforced, as they are not
 * when the runtime migrates.
 */
public final class Rehearsal {

  private Rehearsal() {}

  /** Makes a fresh database ready: foreign keys off, and the history of migrations there and empty. */
  public static void prepare(Connection fresh) throws SQLException {
    MigrationStep.run(fresh, "PRAGMA foreign_keys = OFF");
    MigrationHistory.create(fresh);
  }

  /**
   * Runs Up, and checks foreign keys as the runtime does.
   *
   * @throws MigrationFailedException when SQLite refuses a statement, or rows lead nowhere that led somewhere before
   */
  public static void up(Connection transaction, Migration migration)
      throws MigrationFailedException {
    run(transaction, migration, migration.up());
  }

  /**
   * Runs Down, and checks foreign keys in the same way.
   *
   * @throws MigrationFailedException when SQLite refuses a statement, or rows lead nowhere that led somewhere before
   */
  public static void down(Connection transaction, Migration migration)
      throws MigrationFailedException {
    run(transaction, migration, migration.down());
  }

  private static void run(
      Connection transaction, Migration migration, List<MigrationStatement> statements)
      throws MigrationFailedException {
    try {
      MigrationStep.run(transaction, migration, statements, null, true);
    } catch (SQLException e) {
      throw MigrationFailedException.ofWhole(migration, SqliteWords.of(e), e);
    }
  }
}
