package dev.litmus.runtime.internal.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a database remembers of its migrations, in its table {@code _migrations}.
 *
 * @param applied by version; empty when there is no table yet, or it is unknown
 * @param maker whose table it is
 * @param difference what keeps an unknown table from being Litmus's or its predecessor's, or who has migrated the database
 *     instead, without a full stop; empty for a history of Litmus's or its predecessor's
 */
record MigrationHistory(SortedMap<Long, Entry> applied, Maker maker, String difference) {

  /** Who made the table. */
  enum Maker {
    /** Litmus, or nobody yet. */
    LITMUS,
    /** The runner of the architecture that Litmus replaces: there are no checksums. */
    PREDECESSOR,
    /** A tool whose history can be taken over is what has migrated it; there is no table {@code _migrations} yet. */
    FOREIGN,
    /** Some other program, or that runner and then something else. */
    UNKNOWN
  }

  private static final String CREATE = """
      CREATE TABLE IF NOT EXISTS main._migrations (
        version INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
        checksum TEXT NOT NULL
      )""";

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
    HistoryColumns columns = HistoryColumns.read(connection);
    if (columns.isMissing()) {
      ForeignHistory foreign = ForeignHistory.find(connection);
      return foreign == null
          ? new MigrationHistory(new TreeMap<>(), Maker.LITMUS, "")
          : new MigrationHistory(
              new TreeMap<>(),
              Maker.FOREIGN,
              foreign.tool() + " has, by its table `" + foreign.table() + "`");
    }
    if (columns.isPredecessors()) {
      PredecessorRows rows = PredecessorRows.read(connection);
      return rows.problem() == null
          ? new MigrationHistory(rows.applied(), Maker.PREDECESSOR, "")
          : unknown("it has no checksums, and " + rows.problem());
    }
    return columns.isOwn()
        ? new MigrationHistory(own(connection), Maker.LITMUS, "")
        : unknown("it is (" + columns + "), and Litmus makes (" + HistoryColumns.OWN + ")");
  }

  /**
   * The same as a chain calls it: where all versions are applied that one of its files stands for, that file is, and they
   * are not. They are all applied when the last of them is.
   */
  MigrationHistory seenBy(MigrationChain chain) {
    if (maker != Maker.LITMUS) {
      return this;
    }
    TreeMap<Long, Entry> seen = new TreeMap<>(applied);
    for (Migration squash : chain.migrations()) {
      Entry last = applied.get(squash.version());
      SortedMap<Long, Entry> older = seen.subMap(squash.first(), squash.version());
      if (last != null && !older.isEmpty()) {
        older.clear();
        seen.put(
            squash.version(),
            new Entry(squash.version(), squash.name(), last.appliedAt(), squash.checksum()));
      }
    }
    return new MigrationHistory(seen, maker, difference);
  }

  private static MigrationHistory unknown(String difference) {
    return new MigrationHistory(new TreeMap<>(), Maker.UNKNOWN, difference);
  }

  private static SortedMap<Long, Entry> own(Connection connection) throws SQLException {
    SortedMap<Long, Entry> applied = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(
            "SELECT version, coalesce(name, ''), coalesce(applied_at, ''), coalesce(checksum, '')"
                + " FROM main._migrations");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Entry entry =
            new Entry(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
        applied.put(entry.version(), entry);
      }
    }
    return applied;
  }

  static void create(Connection connection) throws SQLException {
    MigrationStep.run(connection, CREATE);
  }

  static void add(Connection connection, Migration migration) throws SQLException {
    SortedSet<Long> wanted = versions(connection);
    wanted.add(migration.version());
    try (PreparedStatement statement = connection.prepareStatement(
        "INSERT INTO main._migrations (version, name, checksum) VALUES (?, ?, ?)")) {
      statement.setLong(1, migration.version());
      statement.setString(2, migration.name());
      statement.setString(3, migration.checksum());
      requireOneRow(statement.executeUpdate(), migration);
    }
    requireVersions(connection, wanted, migration);
  }

  /** Removes the row of a migration, and those of the versions that it stands for. */
  static void remove(Connection connection, Migration migration) throws SQLException {
    SortedSet<Long> wanted = versions(connection);
    wanted.removeIf(version -> version >= migration.first() && version <= migration.version());
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM main._migrations WHERE version BETWEEN ? AND ?")) {
      statement.setLong(1, migration.first());
      statement.setLong(2, migration.version());
      int deleted = statement.executeUpdate();
      requireOneRow(migration.isSquash() ? Math.min(deleted, 1) : deleted, migration);
    }
    requireVersions(connection, wanted, migration);
  }

  private static SortedSet<Long> versions(Connection connection) throws SQLException {
    SortedSet<Long> versions = new TreeSet<>();
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT version FROM main._migrations");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        versions.add(row.getLong(1));
      }
    }
    return versions;
  }

  /** A trigger may also take the row away again, or others with it, or put it back. */
  private static void requireVersions(
      Connection connection, SortedSet<Long> wanted, Migration migration) throws SQLException {
    SortedSet<Long> versions = versions(connection);
    if (!versions.equals(wanted)) {
      throw new SQLException("the history of migrations has the versions " + versions
          + " after version " + migration.version() + ", and not " + wanted
          + ": a trigger on `_migrations` changes it");
    }
  }

  /** A trigger of somebody else's may keep a row from being written, and the migration would be applied again. */
  static void requireOneRow(int changed, Migration migration) throws SQLException {
    if (changed != 1) {
      throw new SQLException("its row in the history of migrations was not written: " + changed
          + " rows for version " + migration.version());
    }
  }
}
