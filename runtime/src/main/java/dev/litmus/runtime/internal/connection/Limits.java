package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.internal.driver.Watch;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What may end the work on one connection before it is done: an interrupt of its thread, its deadline, the end of the
 * database. Used by the thread that has the connection, so that no other statement than its own can be hit.
 */
final class Limits implements Watch {

  private final BooleanSupplier expired;
  private @Nullable Deadline deadline;
  private StoppedException.@Nullable Reason reason;

  Limits(BooleanSupplier expired) {
    this.expired = expired;
  }

  @Nullable
  Deadline deadline() {
    return deadline;
  }

  /** Begins a use of the connection, with its deadline or null; nothing of an earlier one is left. */
  void begin(@Nullable Deadline deadline) {
    this.deadline = deadline;
    reason = null;
  }

  /** Begins a statement: what stopped an earlier one, and was told to nobody, is not why this one fails. */
  void forget() {
    reason = null;
  }

  /** Sets when the work has to be done; null for no limit. */
  void setDeadline(@Nullable Deadline deadline) {
    this.deadline = deadline;
  }

  @Override
  public boolean stops() {
    reason = find();
    return reason != null;
  }

  private StoppedException.@Nullable Reason find() {
    if (expired.getAsBoolean()) {
      return StoppedException.Reason.CLOSED;
    }
    if (deadline != null && deadline.isPast()) {
      return StoppedException.Reason.TIMED_OUT;
    }
    return Thread.currentThread().isInterrupted() ? StoppedException.Reason.INTERRUPTED : null;
  }

  /** Returns why the failure happened, if it is because these limits stopped what ran; the failure itself otherwise. */
  SQLException explain(SQLException failure) {
    StoppedException.Reason found = reason;
    reason = null;
    return found == null ? failure : new StoppedException(found, failure);
  }
}
