package dev.litmus.runtime;

import dev.litmus.runtime.error.AfterCommitException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs what waited for a commit: all of it, also when some fails. */
final class AfterCommit {

  private AfterCommit() {}

  static void run(String database, List<Runnable> actions) {
    RuntimeException failure = null;
    for (Runnable action : actions) {
      try {
        action.run();
      } catch (RuntimeException e) {
        failure = first(failure, e);
      }
    }
    if (failure != null) {
      throw new AfterCommitException(
          database,
          "the transaction is committed, but an action after it failed: " + failure.getMessage(),
          "Do not run the transaction again; repeat the action",
          failure);
    }
  }

  private static RuntimeException first(@Nullable RuntimeException before, RuntimeException now) {
    if (before == null) {
      return now;
    }
    before.addSuppressed(now);
    return before;
  }
}
