package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.migration.MigrationCallback;
import java.util.Map;

/**
 * What is asked for when a database is migrated.
 *
 * @param lateAccepted whether a migration may be applied after one of a higher version
 * @param callbacks what the application does in the transactions of migrations, by version
 * @param saving what is done before the first change
 */
public record MigrationOptions(
    boolean lateAccepted, Map<Long, MigrationCallback> callbacks, Saving saving) {

  /** Nothing special. */
  public static final MigrationOptions NONE = new MigrationOptions(false, Map.of(), () -> {});

  public MigrationOptions {
    callbacks = Map.copyOf(callbacks);
  }

  /** Keeps what is there before anything is changed. */
  @FunctionalInterface
  public interface Saving {

    /** Called outside of any transaction, when something is going to be changed; when it throws, nothing is. */
    void save();
  }
}
