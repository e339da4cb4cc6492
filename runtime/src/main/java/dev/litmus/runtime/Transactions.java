package dev.litmus.runtime;

import dev.litmus.runtime.error.PartialCommitException;
import dev.litmus.runtime.error.TransactionException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Transactions over several databases at once. */
public final class Transactions {

  private Transactions() {}

  /**
   * Runs work in an IMMEDIATE transaction of each database, begun in the order in which they were opened, so
   * that two threads never wait for each other, and committed one after the other in that order. When the work throws, all of
   * them are rolled back; silently, when it asked for {@link SqliteDatabase#rollbackOnly} in one of them. Whatever the
   * runtime knows to be in the way of a commit, it finds before the first of them. Inside of transactions that write in all of
   * these databases already, they are savepoints.
   *
   * <p>There is no atomicity: SQLite cannot commit several WAL files as one. When it refuses a commit, or the process ends
   * between two, the earlier ones stay, and what was given to {@link SqliteDatabase#afterCommit} of theirs runs.
   *
   * @param databases where the work writes; it may read in others as well
   * @param work runs on the calling thread
   * @param <T> the result
   * @param <X> what the work throws besides unchecked exceptions
   * @return the result of the work
   * @throws X what the work threw
   * @throws PartialCommitException when some are committed and SQLite has refused to commit one; it says which
   * @throws TransactionException when the thread is writing in a database already, and not in all of these; when one of the
   *     transactions has been ended by SQLite, or an inner one or the result of a write is still open, and nothing is
   *     committed
   * @throws IllegalArgumentException when there is no database
   */
  public static <T extends @Nullable Object, X extends Exception> T across(
      Collection<SqliteDatabase> databases, TransactionWork<T, X> work) throws X {
    try (JointTransaction transaction = begin(databases)) {
      T result = work.run();
      transaction.commit();
      return result;
    }
  }

  /**
   * Begins what {@link #across} runs work in, for callers that cannot give their work as one piece. Close it on every path.
   *
   * @param databases where is to be written
   * @return the open transactions, for this thread alone
   * @throws TransactionException when the thread is writing in a database already, and not in all of these
   * @throws dev.litmus.runtime.error.DatabaseBusyException when a writer is not free in time; then none is begun
   * @throws IllegalArgumentException when there is no database
   */
  public static JointTransaction begin(Collection<SqliteDatabase> databases) {
    return JointTransaction.begin(databases);
  }
}
