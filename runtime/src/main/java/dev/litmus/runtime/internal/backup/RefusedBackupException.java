package dev.litmus.runtime.internal.backup;

import dev.litmus.runtime.error.RestoreException.Reason;
import org.jspecify.annotations.Nullable;

/** A file that is no backup, or not the one that is wanted. */
public final class RefusedBackupException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String advice;

  RefusedBackupException(Reason reason, String fact, String advice, @Nullable Throwable cause) {
    super(fact, cause);
    this.reason = reason;
    this.advice = advice;
  }

  /** One that is not what it was when it was made. */
  static RefusedBackupException broken(String fact, @Nullable Throwable cause) {
    return new RefusedBackupException(Reason.BROKEN, fact, "Take another backup", cause);
  }

  /** Returns why it is refused. */
  public Reason reason() {
    return reason;
  }

  /** Returns what is wrong with it, without a full stop. */
  public String fact() {
    return String.valueOf(getMessage());
  }

  /** Returns what to do, one sentence. */
  public String advice() {
    return advice;
  }
}
