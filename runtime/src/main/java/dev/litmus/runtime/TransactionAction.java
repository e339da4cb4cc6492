package dev.litmus.runtime;

/**
 * Work inside a transaction that has no result.
 *
 * @param <X> what the work throws besides unchecked exceptions
 */
@FunctionalInterface
public interface TransactionAction<X extends Exception> {

  /**
   * Runs on the thread that began the transaction.
   *
   * @throws X to roll back
   */
  void run() throws X;
}
