package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.migration.MigrationHistory.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes over a database whose history has versions and names, but no checksums: that of the runner this one replaces.
 * Whether its migrations did then what they do now, only the schema can tell, so it is compared with the one that they
 * make of an empty database.
 */
final class HistoryAdoption {

  private static final String OLD = "_migrations_without_checksums";

  private final MigrationChain chain;

  HistoryAdoption(MigrationChain chain) {
    this.chain = chain;
  }

  /**
   * Looks whether the history can be taken over; writes nothing to the database.
   *
   * @param empty a database in memory, for the comparison
   * @return the migrations that were applied
   * @throws MigrationException when the database is not what the migrations make
   */
  MigrationChain check(Connection connection, MigrationHistory history, Connection empty)
      throws SQLException {
    MigrationChain applied = prefix(history);
    compare(connection, applied, empty);
    return applied;
  }

  /** Takes over the history, inside the caller's transaction, after the same check. */
  void run(Connection transaction, MigrationHistory history, Connection empty) throws SQLException {
    MigrationChain applied = check(transaction, history, empty);
    MigrationStep.run(transaction, "ALTER TABLE main._migrations RENAME TO " + OLD);
    MigrationHistory.create(transaction);
    try (PreparedStatement insert = transaction.prepareStatement(
        "INSERT INTO main._migrations (version, name, applied_at, checksum)"
            + " SELECT version, name, strftime('%Y-%m-%dT%H:%M:%fZ', applied_at), ?"
            + " FROM main." + OLD + " WHERE version = ?")) {
      for (Migration migration : applied.migrations()) {
        insert.setString(1, migration.checksum());
        insert.setLong(2, migration.version());
        MigrationHistory.requireOneRow(insert.executeUpdate(), migration);
      }
    }
    MigrationStep.run(transaction, "DROP TABLE main." + OLD);
  }

  /** The migrations that the history says were applied: the first of the chain, under the same names. */
  private MigrationChain prefix(MigrationHistory history) {
    List<Migration> applied = new ArrayList<>();
    for (Entry entry : history.applied().values()) {
      int next = applied.size();
      Migration migration =
          next < chain.migrations().size() ? chain.migrations().get(next) : null;
      if (migration == null
          || migration.version() != entry.version()
          || !migration.name().equals(entry.name())) {
        throw refusal(
            "its history, made by another runner, has version " + entry.version() + " (`"
                + entry.name() + "`) where the code has "
                + (migration == null ? "nothing" : "`" + migration.location() + "`"),
            "Put the files back as they were when they were applied");
      }
      applied.add(migration);
    }
    return new MigrationChain(chain.schema(), applied);
  }

  private void compare(Connection transaction, MigrationChain applied, Connection empty)
      throws SQLException {
    String differences = SchemaComparison.differences(transaction, "", applied, empty);
    if (!differences.isEmpty()) {
      throw refusal(
          "its history was made by another runner, and its schema is not what the migrations make of an"
              + " empty database:" + differences,
          "Change the database or the files until they agree");
    }
  }

  private MigrationException refusal(String fact, String advice) {
    return new MigrationException(chain.schema(), fact, advice, null);
  }
}
