package dev.litmus.runtime.internal.driver;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A function or collation of the application has thrown its cause, and its statement failed. */
public final class FunctionFailedException extends SQLException {

  private static final long serialVersionUID = 1L;

  private final String function;

  FunctionFailedException(String function, boolean collation, Throwable cause, int code) {
    super(words(function, collation, cause), null, code, cause);
    this.function = function;
  }

  /** What SQLite is told: the cause's own message may hold anybody's values. */
  static String words(String function, boolean collation, Throwable cause) {
    String called = "the " + (collation ? "collation" : "function") + " `" + function + "`";
    return cause instanceof RefusedCallException
        ? called + ": " + cause.getMessage()
        : called + " threw " + cause.getClass().getName();
  }

  /** Returns what SQL calls it. */
  public String function() {
    return function;
  }

  /** Returns what to do, one sentence; null when only its cause tells. */
  public @Nullable String advice() {
    return getCause() instanceof RefusedCallException
        ? "Change the value, or declare a type that takes it"
        : null;
  }
}
