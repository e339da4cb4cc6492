package dev.litmus.runtime.internal.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Foreign keys not enforced until this is closed. Rebuilding a table drops the old one, and with enforcement on that
 * deletes the rows that reference it. The switch is silently ignored inside a transaction, so it is thrown before one
 * begins, and verified.
 *
 * <p>Source: <a href="https://sqlite.org/lang_altertable.html#otheralter">making other kinds of table schema
 * changes</a>, <a href="https://sqlite.org/pragma.html#pragma_foreign_keys">PRAGMA foreign_keys</a>.
 */
final class ForeignKeysOff implements AutoCloseable {

  private final Connection connection;
  private final boolean enforcedBefore;

  private ForeignKeysOff(Connection connection, boolean enforcedBefore) {
    this.connection = connection;
    this.enforcedBefore = enforcedBefore;
  }

  static ForeignKeysOff on(Connection connection) throws SQLException {
    boolean enforced = isEnforced(connection);
    MigrationStep.run(connection, "PRAGMA foreign_keys = OFF");
    return new ForeignKeysOff(connection, enforced);
  }

  /** Whether they are enforced again once this is closed. */
  boolean enforcedBefore() {
    return enforcedBefore;
  }

  /** Fails when SQLite ignored the switch. */
  void verify() throws SQLException {
    if (isEnforced(connection)) {
      throw new SQLException(
          "foreign keys cannot be switched off: the connection is inside a transaction");
    }
  }

  /** Enforces them again if they were before. Needs the transaction to have ended. */
  @Override
  public void close() throws SQLException {
    if (!enforcedBefore) {
      return;
    }
    MigrationStep.run(connection, "PRAGMA foreign_keys = ON");
    if (!isEnforced(connection)) {
      throw new SQLException(
          "foreign keys cannot be switched on again: the connection is inside a transaction");
    }
  }

  private static boolean isEnforced(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("PRAGMA foreign_keys");
        ResultSet row = statement.executeQuery()) {
      return row.next() && row.getInt(1) != 0;
    }
  }
}
