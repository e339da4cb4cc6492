package dev.litmus.runtime.backup;

/**
 * Told how far a backup is. Called by the thread that makes it, several times a second at least while there is something
 * to tell.
 */
@FunctionalInterface
public interface BackupProgress {

  /** Tells nobody. */
  BackupProgress NOBODY = (phase, done, total) -> {};

  /**
   * Tells how far it is. What this throws ends the backup, and is thrown on: nothing is left of it.
   *
   * @param phase what is being done
   * @param done how many bytes are done, of a phase that cannot tell 0
   * @param total how many there are, an estimate; never less than done
   */
  void at(BackupPhase phase, long done, long total);
}
