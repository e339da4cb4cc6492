package dev.litmus.runtime.internal.health;

import dev.litmus.runtime.health.Checkpoint;
import dev.litmus.runtime.health.IntegrityFinding;
import dev.litmus.runtime.health.IntegrityFinding.Kind;
import dev.litmus.runtime.health.Vacuum;
import dev.litmus.runtime.internal.driver.Statements;
import dev.litmus.runtime.internal.sql.QuotedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What keeps a database small and its plans good. On a connection that writes, outside of transactions. */
public final class Maintenance {

  /**
   * All tables, also those that this new connection has not asked (0x10000), with a limit to what is read of each (0x10), and
   * ANALYZE (0x02).
   */
  private static final int ANALYZE_WHAT_HELPS = 0x10012;

  private static final int ONLY_TELL = 0x01;
  private static final Pattern ANALYZED =
      Pattern.compile("ANALYZE \"main\"\\.\"(.+)\"", Pattern.DOTALL);

  private Maintenance() {}

  /** Analyzes tables, and returns which. */
  public static List<String> optimize(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    for (String statement :
        Statements.texts(connection, "PRAGMA optimize=" + (ANALYZE_WHAT_HELPS | ONLY_TELL))) {
      Matcher analyzed = ANALYZED.matcher(statement);
      if (analyzed.find()) {
        tables.add(analyzed.group(1).replace("\"\"", "\""));
      }
    }
    if (!tables.isEmpty()) {
      Statements.run(connection, "PRAGMA optimize=" + ANALYZE_WHAT_HELPS);
      announce(connection);
    }
    tables.sort(null);
    return tables;
  }

  /**
   * Has all connections read the schema again before their next statement, as after any change of it: they would go on planning
   * with what they know otherwise.
   */
  private static void announce(Connection connection) throws SQLException {
    Statements.run(connection, "BEGIN IMMEDIATE");
    try {
      long version = Statements.number(connection, "PRAGMA main.schema_version");
      Statements.run(connection, "PRAGMA main.schema_version=" + (version + 1) % Integer.MAX_VALUE);
      Statements.run(connection, "COMMIT");
    } catch (SQLException e) {
      try {
        Statements.run(connection, "ROLLBACK");
      } catch (SQLException late) {
        e.addSuppressed(late);
      }
      throw e;
    }
  }

  /** Moves the log into the file. */
  public static Checkpoint checkpoint(Connection connection, String schema) throws SQLException {
    // One that has emptied the log says nothing of what was in it.
    Numbers first = Numbers.of(connection, "PASSIVE");
    if (first.log < 0) {
      return new Checkpoint(schema, 0, 0, true);
    }
    Numbers then = Numbers.of(connection, "TRUNCATE");
    return then.busy
        ? new Checkpoint(schema, then.log, then.moved, false)
        : new Checkpoint(schema, first.log, first.log, true);
  }

  /**
   * What a checkpoint says of the log.
   *
   * @param log its pages; -1 without one
   */
  private record Numbers(boolean busy, long log, long moved) {
    static Numbers of(Connection connection, String mode) throws SQLException {
      try (PreparedStatement statement =
              connection.prepareStatement("PRAGMA main.wal_checkpoint(" + mode + ")");
          ResultSet row = statement.executeQuery()) {
        row.next();
        return new Numbers(row.getInt(1) != 0, row.getLong(2), row.getLong(3));
      }
    }
  }

  /** Writes the database anew; the rows that have other rowids then are no business of this. */
  public static Vacuum vacuum(Connection connection, String schema) throws SQLException {
    long before = bytes(connection);
    Statements.run(connection, "VACUUM");
    List<String> rebuilt = rebuild(connection);
    return new Vacuum(schema, before, bytes(connection), rebuilt, checkpoint(connection, schema));
  }

  private static List<String> rebuild(Connection connection) throws SQLException {
    List<String> rebuilt = new ArrayList<>();
    for (IntegrityFinding finding : IntegrityCheck.searchUndone(connection)) {
      if (finding.kind() == Kind.SEARCH) {
        String index = QuotedName.of(finding.object());
        Statements.run(connection, "INSERT INTO " + index + "(" + index + ") VALUES ('rebuild')");
        rebuilt.add(finding.object());
      }
    }
    return rebuilt;
  }

  private static long bytes(Connection connection) throws SQLException {
    return Statements.number(connection, "PRAGMA main.page_count")
        * Statements.number(connection, "PRAGMA main.page_size");
  }
}
