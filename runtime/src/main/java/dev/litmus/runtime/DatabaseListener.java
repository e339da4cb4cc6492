package dev.litmus.runtime;

/**
 * Is told what has happened on a database: for metrics, and for a log of slow statements. Registered with {@link
 * DatabaseSettings.Builder#listener}.
 *
 * <p>Each method is called on the thread that did the work, after the fact, when the statement is closed, the wait over,
 * or the transaction or migration ended; threads call at the same time. It must be quick, because the work goes on only after it, and
 * must not use the database. What it throws never reaches the work: the first time it is logged at WARNING, later at
 * DEBUG.
 */
public interface DatabaseListener {

  /**
   * A statement of a repository was closed, or could not be prepared.
   *
   * @param event what ran and how it went
   */
  default void statement(StatementEvent event) {}

  /**
   * A thread has waited for the writer or a reader of the database; not called when one was free. Waiting for the file
   * lock of another process is part of the statement or transaction that does it.
   *
   * @param event what was waited for and how long
   */
  default void lockWait(LockWaitEvent event) {}

  /**
   * A transaction has ended. A transaction inside another is a part of that and not reported.
   *
   * @param event how it went
   */
  default void transaction(TransactionEvent event) {}

  /**
   * A migration was applied or undone, or has failed, while the database was opened or a {@link Migrator} worked on it.
   *
   * @param event which one and how it went
   */
  default void migration(MigrationEvent event) {}
}
