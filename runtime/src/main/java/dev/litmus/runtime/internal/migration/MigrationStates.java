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

/** Compares a database's history with the code's chain, version by version; writes nothing. */
public final class MigrationStates {

  private MigrationStates() {}

  /**
   * Every version that the database or the code knows, in ascending order.
   *
   * @throws dev.litmus.runtime.error.MigrationException when the history is another program's, and says nothing of them
   */
  public static List<MigrationState> read(Connection connection, MigrationChain chain)
      throws SQLException {
    MigrationHistory history = MigrationHistory.read(connection).seenBy(chain);
    if (history.maker() == MigrationHistory.Maker.UNKNOWN
        || history.maker() == MigrationHistory.Maker.FOREIGN) {
      new HistoryCheck(chain, history).ownTable();
    }
    SortedMap<Long, Entry> applied = history.applied();
    NavigableMap<Long, Migration> known = chain.byVersion();
    TreeSet<Long> versions = new TreeSet<>(known.keySet());
    versions.addAll(applied.keySet());
    List<MigrationState> states = new ArrayList<>();
    for (long version : versions) {
      Entry entry = applied.get(version);
      Migration migration = known.get(version);
      if (entry != null) {
        states.add(applied(entry, migration, !known.isEmpty() && version < known.lastKey()));
      } else if (migration != null) {
        boolean late = !applied.isEmpty() && version < applied.lastKey();
        states.add(new MigrationState(
            version,
            migration.name(),
            migration.location(),
            late ? Kind.LATE : Kind.PENDING,
            null));
      }
    }
    return List.copyOf(states);
  }

  private static MigrationState applied(
      Entry entry, @Nullable Migration migration, boolean codeGoesOn) {
    if (migration == null) {
      Kind kind = codeGoesOn ? Kind.MISSING : Kind.UNKNOWN;
      return new MigrationState(entry.version(), entry.name(), null, kind, entry.appliedAt());
    }
    // A predecessor's history has no checksums to compare.
    boolean same = entry.checksum().isEmpty()
        ? migration.name().equals(entry.name())
        : migration.isAsIn(entry);
    return new MigrationState(
        entry.version(),
        entry.name(),
        migration.location(),
        same ? Kind.APPLIED : Kind.CHANGED,
        entry.appliedAt());
  }
}
