package dev.litmus.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction went, for those who would rather not catch. Immutable.
 *
 * @param <T> what the transaction yields
 */
public sealed interface Result<T extends @Nullable Object> {

  /**
   * The transaction is committed.
   *
   * @param value what its work returned
   * @param <T> what the transaction yields
   */
  record Ok<T extends @Nullable Object>(T value) implements Result<T> {}

  /**
   * The transaction failed, and nothing of it is left; unless the error is a {@link
   * dev.litmus.runtime.error.AfterCommitException}.
   *
   * @param error what was thrown, by the work or by the database
   * @param <T> what the transaction would have yielded
   */
  record Err<T extends @Nullable Object>(Exception error) implements Result<T> {
    /**
     * Creates the result.
     *
     * @param error what was thrown
     */
    public Err {
      Objects.requireNonNull(error, "error");
    }
  }

  /**
   * Tells which of the two it is.
   *
   * @return whether it is {@link Ok}
   */
  default boolean isOk() {
    return this instanceof Ok;
  }

  /**
   * Returns the value or throws the error.
   *
   * @return the value of {@link Ok}
   * @throws Exception the error of {@link Err}
   */
  default T orElseThrow() throws Exception {
    if (this instanceof Err<T> err) {
      throw err.error();
    }
    return ((Ok<T>) this).value();
  }
}
