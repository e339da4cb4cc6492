package dev.litmus.runtime;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction is run. Immutable.
 *
 * @param mode what it may do
 * @param timeout how long it may take, waiting for its turn included; what runs then is ended and rolled back. Null for
 *     the database's {@link DatabaseSettings#timeout}
 * @param attempts how often it is run at most; again only after a failure that {@link
 *     dev.litmus.runtime.error.LitmusException#isRetriable} says running again can cure, and only when it is not nested
 */
public record TransactionOptions(
    TransactionMode mode, @Nullable Duration timeout, int attempts) {

  /**
   * Creates options.
   *
   * @param mode what the transaction may do
   * @param timeout positive, or null
   * @param attempts at least 1
   * @throws IllegalArgumentException when the timeout is not positive or there is no attempt
   */
  public TransactionOptions {
    Objects.requireNonNull(mode, "mode");
    if (timeout != null && (timeout.isZero() || timeout.isNegative())) {
      throw new IllegalArgumentException("a timeout of " + timeout + " leaves no time");
    }
    if (attempts < 1) {
      throw new IllegalArgumentException(attempts + " attempts: there must be at least 1");
    }
  }

  /**
   * Returns options for one attempt without a time limit of its own.
   *
   * @param mode what the transaction may do
   * @return the options
   */
  public static TransactionOptions of(TransactionMode mode) {
    return new TransactionOptions(mode, null, 1);
  }

  /**
   * Returns the same with a time limit.
   *
   * @param limit how long the transaction may take, positive
   * @return the options
   */
  public TransactionOptions withTimeout(Duration limit) {
    return new TransactionOptions(mode, limit, attempts);
  }

  /**
   * Returns the same with more attempts. The work must not do anything outside the database that it may not do twice.
   *
   * @param count how often the transaction is run at most, at least 1
   * @return the options
   */
  public TransactionOptions withAttempts(int count) {
    return new TransactionOptions(mode, timeout, count);
  }
}
