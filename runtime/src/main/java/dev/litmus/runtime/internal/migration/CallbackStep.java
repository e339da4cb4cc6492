package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.migration.MigrationCallback;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Runs what an application does inside of a migration, and makes sure that it leaves the schema alone. */
final class CallbackStep {

  private CallbackStep() {}

  static void run(Connection transaction, Migration migration, MigrationCallback callback)
      throws SQLException, MigrationFailedException {
    SchemaFingerprint before = SchemaFingerprint.of(transaction);
    CallbackSql sql = new CallbackSql(transaction);
    try {
      callback.convert(sql);
      sql.end();
    } catch (SQLException e) {
      throw MigrationFailedException.ofCallback(migration, SqliteWords.of(e), e);
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw MigrationFailedException.ofCallback(migration, String.valueOf(e), e);
    } finally {
      sql.abandon();
    }
    List<String> differences = before.differencesOf(SchemaFingerprint.of(transaction));
    if (!differences.isEmpty()) {
      throw MigrationFailedException.ofCallback(
          migration,
          "it may change rows, and not the schema that all SQL was checked against: "
              + String.join(", ", differences),
          null);
    }
  }
}
