package dev.litmus.runtime.internal.backup;

import dev.litmus.runtime.internal.driver.Watch;
import org.jspecify.annotations.Nullable;

/**
 * Ends what SQLite does when the thread is interrupted, or when somebody who is told how far it is throws: SQLite's own
 * frames are between the two.
 */
final class Interruption implements Watch {

  private final Runnable tell;
  private @Nullable RuntimeException failure;

  Interruption(Runnable tell) {
    this.tell = tell;
  }

  @Override
  public boolean stops() {
    if (failure == null) {
      try {
        tell.run();
      } catch (RuntimeException e) {
        failure = e;
      }
    }
    return failure != null || Thread.currentThread().isInterrupted();
  }

  /** Throws on what was thrown while SQLite worked. */
  void rethrow() {
    if (failure != null) {
      throw failure;
    }
  }
}
