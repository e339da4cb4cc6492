package dev.litmus.runtime;

import java.sql.SQLDataException;
import org.jspecify.annotations.Nullable;

/** A value that Litmus itself refuses to bind, with what to do about it. */
final class RefusedValueException extends SQLDataException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String advice;

  /**
   * Creates the exception.
   *
   * @param fact what is wrong, without a full stop
   * @param advice what to do, one sentence, or null for the one that every refused value gets
   */
  RefusedValueException(String fact, @Nullable String advice) {
    super(fact);
    this.advice = advice;
  }

  /** Returns a failure again, its message behind a place, its advice unchanged. */
  static RefusedValueException at(String place, SQLDataException failure) {
    RefusedValueException placed =
        new RefusedValueException(place + failure.getMessage(), adviceOf(failure));
    placed.initCause(failure);
    return placed;
  }

  static @Nullable String adviceOf(SQLDataException failure) {
    return failure instanceof RefusedValueException refused ? refused.advice : null;
  }
}
