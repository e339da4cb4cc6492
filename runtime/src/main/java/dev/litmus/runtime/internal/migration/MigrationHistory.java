package dev.litmus.runtime.internal.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a database remembers of its migrations, in its table {@code _migrations}.
 *
 * @param applied by version; empty when there is no table yet
 * @param maker whose table it is
 */
record MigrationHistory(SortedMap<Long, Entry> applied, Maker maker) {

  /** Who made the table. */
  enum Maker {
    /** Litmus, or nobody yet. */
    LITMUS,
    /** The runner of the architecture that Litmus replaces: there are no checksums. */
    PREDECESSOR,
    /** Some other program. */
    UNKNOWN
  }

  private static final String CREATE = """
      CREATE TABLE IF NOT EXISTS main._migrations (
        version INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
        checksum TEXT NOT NULL
      )""";

  private static final Set<String> COLUMNS = Set.of("version", "name", "applied_at", "checksum");
  private static final Set<String> PREDECESSORS = Set.of("version", "name", "applied_at");

  /**
   * One row of the table.
   *
   * @param version the migration's version
   * @param name the name it had when it was applied
   * @param appliedAt UTC, as text
   * @param checksum the checksum it had when it was applied; empty in a predecessor's table
   */
  record Entry(long version, String name, String appliedAt, String checksum) {}

  /** Reads without writing: a database without the table has applied nothing. */
  static MigrationHistory read(Connection connection) throws SQLException {
    Set<String> columns = columns(connection);
    if (columns.isEmpty()) {
      return new MigrationHistory(new TreeMap<>(), Maker.LITMUS);
    }
    boolean own = columns.containsAll(COLUMNS);
    if (!own && !columns.equals(PREDECESSORS)) {
      return new MigrationHistory(new TreeMap<>(), Maker.UNKNOWN);
    }
    SortedMap<Long, Entry> applied = new TreeMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT version, name, applied_at, "
                + (own ? "checksum" : "''") + " FROM main._migrations");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Entry entry = new Entry(row.getLong(1), text(row, 2), text(row, 3), text(row, 4));
        applied.put(entry.version(), entry);
      }
    }
    return new MigrationHistory(applied, own ? Maker.LITMUS : Maker.PREDECESSOR);
  }

  static void create(Connection connection) throws SQLException {
    MigrationStep.run(connection, CREATE);
  }

  static void add(Connection connection, Migration migration) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(
        "INSERT INTO main._migrations (version, name, checksum) VALUES (?, ?, ?)")) {
      statement.setLong(1, migration.version());
      statement.setString(2, migration.name());
      statement.setString(3, migration.checksum());
      statement.executeUpdate();
    }
  }

  private static Set<String> columns(Connection connection) throws SQLException {
    Set<String> columns = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(
            "SELECT name FROM pragma_table_info('_migrations', 'main')");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        columns.add(row.getString(1));
      }
    }
    return columns;
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}
