package dev.litmus.runtime;

import dev.litmus.runtime.internal.migration.MigrationState;
import java.sql.SQLDataException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which migrations a database has, and how they agree with those of the code. Immutable.
 *
 * @param schema the name of the folder of migrations
 * @param versions every version that the database or the code knows, in ascending order
 * @param appliedAtOpen how many were applied when the database was opened
 */
public record MigrationStatus(String schema, List<Version> versions, int appliedAtOpen) {

  /**
   * Creates a status.
   *
   * @param schema the name of the folder of migrations
   * @param versions in ascending order
   * @param appliedAtOpen how many were applied when the database was opened
   */
  public MigrationStatus {
    versions = List.copyOf(versions);
  }

  /**
   * One version of a database.
   *
   * @param version its number
   * @param name what stands behind the number in the name of its file; as it was applied, if it was
   * @param file the code's file, as messages call it; null when the code has none
   * @param appliedAt when it was applied; null when it was not, or when the database does not say
   * @param state how the database and the code agree
   */
  public record Version(
      long version,
      String name,
      @Nullable String file,
      @Nullable Instant appliedAt,
      State state) {}

  /** How a database and the code agree on a version. */
  public enum State {
    /** Applied, as the code has it. */
    APPLIED(true),
    /** Not applied; the next migration applies it. */
    PENDING(false),
    /** Not applied, although a later one is: applied only when late migrations are accepted. */
    OUT_OF_ORDER(false),
    /** Applied, but the code's file has another name or other statements by now. */
    CHANGED(true),
    /** Applied, but the code has no such file, although it has later ones. */
    MISSING(true),
    /** Applied by newer code: this one ends before it. */
    UNKNOWN(true);

    private final boolean applied;

    State(boolean applied) {
      this.applied = applied;
    }

    /**
     * Returns whether the database has the version.
     *
     * @return true when it is in the database's history
     */
    public boolean isApplied() {
      return applied;
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * Returns what the database has.
   *
   * @return in ascending order
   */
  public List<Version> applied() {
    return versions.stream().filter(version -> version.state().isApplied()).toList();
  }

  /**
   * Returns what the code has and the database has not.
   *
   * @return in ascending order
   */
  public List<Version> pending() {
    return versions.stream().filter(version -> !version.state().isApplied()).toList();
  }

  /**
   * Returns whether the database is at the version of the code.
   *
   * @return true when every version is applied as the code has it
   */
  public boolean isCurrent() {
    return versions.stream().allMatch(version -> version.state() == State.APPLIED);
  }

  /**
   * Returns a table for people: a line of headings, then a line for each version.
   *
   * @return lines without trailing spaces, each ended by a line feed
   */
  public String toTable() {
    return TextTable.of(
        List.of("version", "name", "state", "applied at", "file"),
        versions.stream()
            .map(version -> List.of(
                String.valueOf(version.version()),
                version.name(),
                version.state().word(),
                version.appliedAt() == null ? "-" : version.appliedAt().toString(),
                version.file() == null ? "-" : version.file()))
            .toList());
  }

  static MigrationStatus of(String schema, List<MigrationState> states, int appliedAtOpen) {
    return new MigrationStatus(
        schema, states.stream().map(MigrationStatus::version).toList(), appliedAtOpen);
  }

  private static Version version(MigrationState state) {
    return new Version(
        state.version(),
        state.name(),
        state.location(),
        instant(state.appliedAt()),
        switch (state.kind()) {
          case APPLIED -> State.APPLIED;
          case PENDING -> State.PENDING;
          case LATE -> State.OUT_OF_ORDER;
          case CHANGED -> State.CHANGED;
          case MISSING -> State.MISSING;
          case UNKNOWN -> State.UNKNOWN;
        });
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
