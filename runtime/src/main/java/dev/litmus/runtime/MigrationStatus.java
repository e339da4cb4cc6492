package dev.litmus.runtime;

import dev.litmus.runtime.internal.migration.MigrationState;
import java.sql.SQLDataException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which migrations a database has, and which the code has beyond. Immutable.
 *
 * @param applied in ascending order of their versions
 * @param pending those of the code that are not applied, in ascending order
 * @param appliedAtOpen how many were applied when the database was opened
 */
public record MigrationStatus(List<Version> applied, List<Version> pending, int appliedAtOpen) {

  /**
   * Creates a status.
   *
   * @param applied in ascending order
   * @param pending in ascending order
   * @param appliedAtOpen how many were applied when the database was opened
   */
  public MigrationStatus {
    applied = List.copyOf(applied);
    pending = List.copyOf(pending);
  }

  /**
   * One version of a database.
   *
   * @param version its number
   * @param name what stands behind the number in the name of its file
   * @param appliedAt when it was applied; null when it is pending, or when the database does not say
   */
  public record Version(long version, String name, @Nullable Instant appliedAt) {}

  static MigrationStatus of(List<MigrationState> states, int appliedAtOpen) {
    List<Version> applied = new ArrayList<>();
    List<Version> pending = new ArrayList<>();
    for (MigrationState state : states) {
      Version version = new Version(state.version(), state.name(), instant(state.appliedAt()));
      switch (state.kind()) {
        case PENDING, LATE -> pending.add(version);
        case APPLIED, CHANGED, UNKNOWN -> applied.add(version);
      }
    }
    return new MigrationStatus(applied, pending, appliedAtOpen);
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return Timestamps.parse(text);
    } catch (SQLDataException e) {
      // Somebody has written the row by hand; the version is applied all the same.
      return null;
    }
  }
}
