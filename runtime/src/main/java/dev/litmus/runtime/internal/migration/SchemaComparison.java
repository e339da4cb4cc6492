package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Compares a database with what migrations make of an empty one. */
final class SchemaComparison {

  private static final int MOST_SHOWN = 10;

  private SchemaComparison() {}

  /**
   * Returns what differs, a line for each, at most ten and how many more there are; empty when nothing does.
   *
   * @param left a table of the database that does not count; empty for none
   * @param empty a database in memory, in which the migrations are applied
   * @throws MigrationException when a migration fails there
   */
  static String differences(Connection found, String left, MigrationChain chain, Connection empty)
      throws SQLException {
    try {
      chain.applyTo(empty, migration -> {});
    } catch (MigrationFailedException e) {
      throw new MigrationException(chain.schema(), e.summary(), "Correct the file", e);
    }
    List<String> differences =
        SchemaFingerprint.of(empty).differencesOf(SchemaFingerprint.of(found, left));
    int shown = Math.min(MOST_SHOWN, differences.size());
    StringBuilder lines = new StringBuilder();
    differences.subList(0, shown).forEach(line -> lines.append("\n  ").append(line));
    if (shown < differences.size()) {
      lines.append("\n  and ").append(differences.size() - shown).append(" more");
    }
    return lines.toString();
  }
}
