package dev.litmus.runtime.internal.migration;

/**
 * What is asked for when a database is migrated.
 *
 * @param lateAccepted whether a migration may be applied after one of a higher version
 * @param saving what is done before the first change
 */
public record MigrationOptions(boolean lateAccepted, Saving saving) {

  /** Nothing special. */
  public static final MigrationOptions NONE = new MigrationOptions(false, () -> {});

  /** Keeps what is there before anything is changed. */
  @FunctionalInterface
  public interface Saving {

    /** Called outside of any transaction, when something is going to be changed; when it throws, nothing is. */
    void save();
  }
}
