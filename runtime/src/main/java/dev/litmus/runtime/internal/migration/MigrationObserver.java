package dev.litmus.runtime.internal.migration;

import java.time.Duration;

/** Told what becomes of a database while it is brought to the version of the code. */
public interface MigrationObserver {

  /** Does not listen. */
  MigrationObserver NOBODY = new MigrationObserver() {};

  /** The history of another runner has been taken over. */
  default void adopted() {}

  /** A migration is about to be applied. */
  default void applying(Migration migration) {}

  /** A migration is committed. */
  default void applied(Migration migration, Duration duration) {}

  /** A migration is about to be undone. */
  default void undoing(Migration migration) {}

  /** A migration is undone, and that is committed. */
  default void undone(Migration migration, Duration duration) {}

  /** What a migration did, or undid, has been rolled back; the reason is thrown. */
  default void failed(Migration migration) {}
}
