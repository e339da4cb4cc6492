package dev.litmus.runtime;

import dev.litmus.runtime.error.AfterCommitException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs what waited for a commit: all of it, also when some fails. */
final class AfterCommit {

  private AfterCommit() {}

  /** Throws an {@link Error} as it is, and says of anything else that it came after the commit. */
  static void run(String database, List<Runnable> actions) {
    Throwable failure = runAll(actions);
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw new AfterCommitException(
          database,
          "the transaction is committed, but an action after it failed: " + failure.getMessage(),
          "Do not run the transaction again; repeat the action",
          failure);
    }
  }

  /** Returns the first error, or else the first failure, with all others suppressed. */
  static @Nullable Throwable runAll(List<Runnable> actions) {
    Throwable failure = null;
    for (Runnable action : actions) {
      try {
        action.run();
      } catch (Throwable e) {
        failure = failure == null ? e : worse(failure, e);
      }
    }
    return failure;
  }

  private static Throwable worse(Throwable before, Throwable now) {
    boolean stays = before instanceof Error || !(now instanceof Error);
    Throwable worse = stays ? before : now;
    Throwable other = stays ? now : before;
    // Actions may throw the same one twice, which cannot suppress itself.
    if (worse != other) {
      worse.addSuppressed(other);
    }
    return worse;
  }
}
