package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.error.MigrationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** STUB. */
public final class MigrationRunner {
  private MigrationRunner() {}

  public static int migrate(Connection writer, MigrationChain chain)
      throws MigrationException, SQLException {
    try (Statement statement = writer.createStatement()) {
      statement.executeUpdate("CREATE TABLE IF NOT EXISTS _migrations (name TEXT)");
      int applied;
      try (ResultSet count = statement.executeQuery("SELECT count(*) FROM _migrations")) {
        applied = count.getInt(1);
      }
      int before = applied;
      for (; applied < chain.files().size(); applied++) {
        MigrationFile file = chain.files().get(applied);
        String text = file.text();
        int down = text.indexOf("-- Down");
        statement.executeUpdate("BEGIN IMMEDIATE");
        try {
          statement.executeUpdate(down < 0 ? text : text.substring(0, down));
          statement.executeUpdate("INSERT INTO _migrations VALUES ('x')");
          statement.executeUpdate("COMMIT");
        } catch (SQLException e) {
          statement.executeUpdate("ROLLBACK");
          throw new MigrationException(chain.schema(), file.name() + " failed", null, e);
        }
      }
      return applied - before;
    }
  }
}
