package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.error.DatabaseTooNewException;
import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.migration.MigrationHistory.Entry;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;

/** Whether a database's history and the code's chain belong together. Every way in which they do not has its message. */
final class HistoryCheck {

  private final MigrationChain chain;
  private final MigrationHistory history;
  private final NavigableMap<Long, Migration> known;

  HistoryCheck(MigrationChain chain, MigrationHistory history) {
    this.chain = chain;
    this.history = history;
    this.known = chain.byVersion();
  }

  /**
   * Refuses a database that the chain does not continue.
   *
   * @param lateAccepted whether a migration may be pending although a later one is applied
   */
  static void check(MigrationChain chain, MigrationHistory history, boolean lateAccepted) {
    HistoryCheck check = new HistoryCheck(chain, history);
    check.ownTable();
    history.applied().values().forEach(check::isKnown);
    history.applied().values().forEach(check::isUnedited);
    if (!lateAccepted) {
      check.noneIsLate();
    }
  }

  /** Refuses the table of somebody else. */
  void ownTable() {
    if (history.maker() == MigrationHistory.Maker.PREDECESSOR) {
      throw refusal(
          "its history was made by another runner and has not been taken over",
          "Open it once with MigrationMode.APPLY, not read-only");
    }
    if (history.maker() == MigrationHistory.Maker.FOREIGN) {
      throw refusal(
          "Litmus has not migrated it: " + history.difference(),
          "Take it over once with Migrator.adopt, or `litmus adopt`");
    }
    if (history.maker() == MigrationHistory.Maker.UNKNOWN) {
      throw refusal(
          "its table `_migrations` was not made by Litmus: " + history.difference(),
          "Rename that table if another tool still needs it, correct it if it is yours, or start with a new file");
    }
  }

  /** Refuses an applied version that the code does not have. */
  void isKnown(Entry applied) {
    if (known.containsKey(applied.version())) {
      return;
    }
    String what = "version " + applied.version() + " (`" + applied.name() + "`)";
    for (Migration squash : chain.migrations()) {
      if (squash.squashes(applied.version())) {
        throw refusal(
            "the database has " + what + " and not all others that `" + squash.location()
                + "` stands for, " + squash.first() + " to " + squash.version(),
            "Bring it to version " + squash.version()
                + " with a release that has their files, and then start this one",
            squash);
      }
    }
    if (known.isEmpty() || applied.version() > known.lastKey()) {
      throw new DatabaseTooNewException(
          chain.schema(),
          "the database is newer than the code: it has " + what + ", the code ends at "
              + newestKnown(),
          "Start the newer program, or restore a backup from before that version",
          null);
    }
    throw refusal(
        what + " was applied on " + applied.appliedAt() + ", but the code has no such migration",
        "Put its file back");
  }

  /** Refuses a version whose file has changed since it was applied; returns it as the code has it. */
  Migration isUnedited(Entry applied) {
    Migration migration = Objects.requireNonNull(known.get(applied.version()), "checked before");
    if (!applied.name().equals(migration.name())) {
      throw refusal(
          "version " + migration.version() + " was applied as `" + applied.name()
              + "`, but the code has `" + migration.location() + "`",
          "Give a new migration a version above those that are applied, and leave those as they are",
          migration);
    }
    if (!MigrationChecksum.isOne(applied.checksum())) {
      throw refusal(
          "its table `_migrations` was not made by Litmus, although the columns are the same: the checksum of version "
              + migration.version() + " is `" + applied.checksum()
              + "`, and Litmus writes 64 hexadecimal digits",
          "Rename that table if another tool still needs it, or start with a new file");
    }
    if (!applied.checksum().equals(migration.checksum())) {
      throw refusal(
          "migration `" + migration.location() + "` was edited after it had been applied on "
              + applied.appliedAt(),
          "Restore the file as it was, and make the change in a new migration",
          migration);
    }
    return migration;
  }

  private void noneIsLate() {
    if (history.applied().isEmpty()) {
      return;
    }
    long newest = history.applied().lastKey();
    for (Map.Entry<Long, Migration> entry : known.headMap(newest).entrySet()) {
      if (!history.applied().containsKey(entry.getKey())) {
        throw refusal(
            "migration `" + entry.getValue().location() + "` comes too late: version " + newest
                + " is already applied",
            "Give it a version above " + newest,
            entry.getValue());
      }
    }
  }

  private String newestKnown() {
    return known.isEmpty() ? "nothing" : "version " + known.lastKey();
  }

  private MigrationException refusal(String fact, String advice) {
    return new MigrationException(chain.schema(), fact, advice, null);
  }

  private MigrationException refusal(String fact, String advice, Migration migration) {
    return new MigrationException(chain.schema(), migration.location(), fact, advice, null);
  }
}
