package dev.litmus.runtime.internal.migration;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one version of a database.
 *
 * @param version the version
 * @param name its name, as it was applied or, when it was not, as the code has it
 * @param location the code's file, as messages call it; null when it has none
 * @param kind how the database and the code agree on it
 * @param appliedAt UTC, as text; null when it was not applied
 */
public record MigrationState(
    long version,
    String name,
    @Nullable String location,
    Kind kind,
    @Nullable String appliedAt) {

  /** How the database and the code agree. */
  public enum Kind {
    /** Applied, and as the code has it. */
    APPLIED,
    /** Not applied. */
    PENDING,
    /** Not applied, although a later one is. */
    LATE,
    /** Applied, but the code's file has another name or other statements by now. */
    CHANGED,
    /** Applied, but the code has no such version, and has later ones. */
    MISSING,
    /** Applied, but the code ends before it. */
    UNKNOWN
  }
}
