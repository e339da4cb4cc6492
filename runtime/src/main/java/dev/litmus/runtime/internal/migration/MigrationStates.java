package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.migration.MigrationHistory.Entry;
import dev.litmus.runtime.internal.migration.MigrationState.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares a database's history with the code's chain, version by version; refuses nothing and writes nothing. */
public final class MigrationStates {

  private MigrationStates() {}

  /** Every version that the database or the code knows, in ascending order. */
  public static List<MigrationState> read(Connection connection, MigrationChain chain)
      throws SQLException {
    SortedMap<Long, Entry> applied = MigrationHistory.read(connection).applied();
    NavigableMap<Long, Migration> known = chain.byVersion();
    TreeSet<Long> versions = new TreeSet<>(known.keySet());
    versions.addAll(applied.keySet());
    List<MigrationState> states = new ArrayList<>();
    for (long version : versions) {
      Entry entry = applied.get(version);
      Migration migration = known.get(version);
      if (entry != null) {
        states.add(
            new MigrationState(version, entry.name(), kind(entry, migration), entry.appliedAt()));
      } else if (migration != null) {
        boolean late = !applied.isEmpty() && version < applied.lastKey();
        states.add(
            new MigrationState(version, migration.name(), late ? Kind.LATE : Kind.PENDING, null));
      }
    }
    return List.copyOf(states);
  }

  private static Kind kind(Entry entry, @Nullable Migration migration) {
    if (migration == null) {
      return Kind.UNKNOWN;
    }
    // A predecessor's history has no checksums to compare.
    boolean same = migration.name().equals(entry.name())
        && (entry.checksum().isEmpty() || entry.checksum().equals(migration.checksum()));
    return same ? Kind.APPLIED : Kind.CHANGED;
  }
}
