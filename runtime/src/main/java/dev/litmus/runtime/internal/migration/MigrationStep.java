package dev.litmus.runtime.internal.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The one way in which a migration is applied, at compile time and at run time. */
final class MigrationStep {

  private static final String VIOLATIONS = """
      SELECT "table", count(*), "parent" FROM pragma_foreign_key_check
      GROUP BY "table", "parent" ORDER BY "table", "parent\"""";

  private MigrationStep() {}

  /**
   * Runs Up, checks every foreign key and writes the history row, on a connection whose transaction is open, whose
   * foreign keys are not enforced, and whose history table exists. Commits nothing: that is the caller's decision.
   */
  static void apply(Connection transaction, Migration migration) throws MigrationFailedException {
    for (MigrationStatement statement : migration.up()) {
      try {
        run(transaction, statement.sql());
      } catch (SQLException e) {
        throw MigrationFailedException.atStatement(migration, statement, e);
      }
    }
    try {
      checkForeignKeys(transaction, migration);
      MigrationHistory.add(transaction, migration);
    } catch (SQLException e) {
      throw MigrationFailedException.ofWhole(migration, SqliteWords.of(e), e);
    }
  }

  /**
   * Runs one statement to its end. Prepared, because a driver's {@code Statement} gives words such as {@code backup} a
   * meaning of its own.
   */
  static void run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (statement.execute()) {
        drain(statement);
      }
    }
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
  private static void checkForeignKeys(Connection transaction, Migration migration)
      throws SQLException, MigrationFailedException {
    List<String> violations = new ArrayList<>();
    try (PreparedStatement statement = transaction.prepareStatement(VIOLATIONS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        violations.add("%d of `%s` without their row of `%s`"
            .formatted(row.getLong(2), row.getString(1), row.getString(3)));
      }
    }
    if (!violations.isEmpty()) {
      throw MigrationFailedException.ofWhole(
          migration,
          "it leaves rows that violate foreign keys: " + String.join(", ", violations),
          null);
    }
  }
}
