package dev.litmus.runtime.internal.migration;

import java.time.Duration;

/** Told what becomes of a database while it is brought to the version of the code. */
public interface MigrationObserver {

  /** The history of another runner has been taken over. */
  void adopted();

  /** A migration is about to be applied. */
  void applying(Migration migration);

  /** A migration is committed. */
  void applied(Migration migration, Duration duration);

  /** A migration has been rolled back; what keeps it from being applied is thrown. */
  void failed(Migration migration);
}
