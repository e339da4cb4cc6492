package dev.litmus.runtime.internal.migration;

import org.jspecify.annotations.Nullable;

/**
 * Something that keeps a file from being a migration.
 *
 * @param location the file, as messages call it
 * @param line its line, from 1; 0 when the whole file is meant
 * @param fact what is wrong, without a full stop
 * @param help the one thing to do, or null when that is not certain
 */
public record MigrationProblem(
    String location, int line, String fact, @Nullable String help) {

  /** {@code chat/002_x.sql:7: fact (help: …)}, on one line. */
  @Override
  public String toString() {
    return location + (line == 0 ? "" : ":" + line) + ": " + fact
        + (help == null ? "" : " (help: " + help + ")");
  }
}
