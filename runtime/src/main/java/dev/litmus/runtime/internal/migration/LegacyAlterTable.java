package dev.litmus.runtime.internal.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The one setting of the connection that a migration may change for itself. Under {@code PRAGMA legacy_alter_table = ON} a
 * table gets another name, and views, triggers and foreign keys go on to speak of the old one: recipes that put a rebuilt
 * table in the place of the old one count on it. It holds from there to the end of the part, Up or Down, and not for the
 * next migration: how that one runs must not depend on which others run beside it.
 *
 * <p>Unlike {@code foreign_keys} it can be switched inside a transaction, and a rollback does not switch it back.
 *
 * <p>Source: <a href="https://sqlite.org/pragma.html#pragma_legacy_alter_table">PRAGMA legacy_alter_table</a>.
 */
final class LegacyAlterTable {

  private LegacyAlterTable() {}

  /** What may change the setting. */
  @FunctionalInterface
  interface Work {

    void run() throws SQLException, MigrationFailedException;
  }

  /** Runs something, and gives the connection its setting back however that ends. */
  static void keep(Connection connection, Work work) throws SQLException, MigrationFailedException {
    boolean before = read(connection);
    try {
      work.run();
    } catch (SQLException | MigrationFailedException | RuntimeException | Error e) {
      try {
        restore(connection, before);
      } catch (SQLException late) {
        e.addSuppressed(late);
      }
      throw e;
    }
    restore(connection, before);
  }

  private static void restore(Connection connection, boolean before) throws SQLException {
    if (read(connection) != before) {
      MigrationStep.run(connection, "PRAGMA legacy_alter_table = " + (before ? "ON" : "OFF"));
    }
  }

  private static boolean read(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("PRAGMA legacy_alter_table");
        ResultSet row = statement.executeQuery()) {
      return row.next() && row.getInt(1) != 0;
    }
  }
}
