package dev.litmus.runtime.backup;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a backup is restored. Immutable.
 *
 * @param patience how long threads that use the database are waited for, before anything is changed; null for the database's
 *     busy timeout
 * @param progress is told how far it is
 */
public record RestoreOptions(@Nullable Duration patience, BackupProgress progress) {

  /** The database's busy timeout, and nobody is told. */
  public static final RestoreOptions DEFAULT = new RestoreOptions(null, BackupProgress.NOBODY);

  /**
   * Creates options.
   *
   * @param patience not negative, or null
   * @param progress is told how far it is
   * @throws IllegalArgumentException when the patience is negative
   */
  public RestoreOptions {
    Objects.requireNonNull(progress, "progress");
    if (patience != null && patience.isNegative()) {
      throw new IllegalArgumentException("a patience of " + patience);
    }
  }

  /**
   * Returns the same with more or less patience.
   *
   * @param limit how long threads that use the database are waited for
   * @return the options
   */
  public RestoreOptions withPatience(Duration limit) {
    return new RestoreOptions(limit, progress);
  }

  /**
   * Returns the same, and somebody is told how far it is.
   *
   * @param listener what it throws before the files are exchanged ends it, and nothing is changed
   * @return the options
   */
  public RestoreOptions withProgress(BackupProgress listener) {
    return new RestoreOptions(patience, listener);
  }
}
