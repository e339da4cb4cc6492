package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.migration.MigrationHistory.Entry;
import dev.litmus.runtime.migration.RepairedMigration;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Makes the history say of applied migrations what their files say now. What was done in the database stays. */
public final class HistoryRepair {

  private HistoryRepair() {}

  /**
   * Takes over name and checksum of every applied migration whose file has others.
   *
   * @param writer a connection of the caller's own, outside a transaction
   * @return what was changed, in ascending order of versions; nothing is written when nothing differs
   * @throws MigrationException when the history is not Litmus's
   * @throws SQLException when the database cannot be read or written at all
   */
  public static List<RepairedMigration> run(Connection writer, MigrationContext context)
      throws SQLException {
    MigrationTransaction transaction = MigrationTransaction.begin(writer, context.patience());
    try {
      MigrationHistory history = context.history(writer);
      new HistoryCheck(context.chain(), history).ownTable();
      List<RepairedMigration> repaired = new ArrayList<>();
      for (Migration migration : context.chain().migrations()) {
        Entry entry = history.applied().get(migration.version());
        if (entry != null && !migration.isAsIn(entry)) {
          update(writer, migration);
          repaired.add(new RepairedMigration(
              migration.version(),
              migration.location(),
              entry.name(),
              migration.name(),
              !entry.checksum().equals(migration.checksum())));
        }
      }
      transaction.commit();
      return repaired;
    } catch (SQLException | RuntimeException e) {
      transaction.rollbackAfter(e);
      throw e;
    }
  }

  private static void update(Connection writer, Migration migration) throws SQLException {
    try (PreparedStatement statement = writer.prepareStatement(
        "UPDATE main._migrations SET name = ?, checksum = ? WHERE version = ?")) {
      statement.setString(1, migration.name());
      statement.setString(2, migration.checksum());
      statement.setLong(3, migration.version());
      MigrationHistory.requireOneRow(statement.executeUpdate(), migration);
    }
  }
}
