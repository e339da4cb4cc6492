package dev.litmus.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Work inside a transaction that has a result.
 *
 * @param <T> the result
 * @param <X> what the work throws besides unchecked exceptions
 */
@FunctionalInterface
public interface TransactionWork<T extends @Nullable Object, X extends Exception> {

  /**
   * Runs on the thread that began the transaction.
   *
   * @return the result of the transaction
   * @throws X to roll back
   */
  T run() throws X;
}
