package dev.litmus.runtime;

import dev.litmus.runtime.error.PartialCommitException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.internal.connection.WritingThread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transactions over several databases at once. */
public final class Transactions {

  private Transactions() {}

  /**
   * Runs work in an IMMEDIATE transaction of each database, begun in the order in which they were opened, so
   * that two threads never wait for each other, and committed one after the other in that order. When the work throws, all of
   * them are rolled back; silently, when it asked for {@link SqliteDatabase#rollbackOnly} in one of them. Whatever the
   * runtime knows to be in the way of a commit, it finds before the first of them.
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
   * @throws TransactionException when the thread is writing in a database already; when one of the transactions has been
   *     ended by SQLite, or an inner one or the result of a write is still open, and nothing is committed
   * @throws IllegalArgumentException when there is no database
   */
  public static <T extends @Nullable Object, X extends Exception> T across(
      Collection<SqliteDatabase> databases, TransactionWork<T, X> work) throws X {
    List<SqliteDatabase> ordered = databases.stream()
        .distinct()
        .sorted(Comparator.comparingLong(SqliteDatabase::order))
        .toList();
    checkOutermost(ordered);
    List<Transaction> begun = new ArrayList<>();
    try {
      WritingThread.allowing(() -> beginAll(ordered, begun));
      T result = work.run();
      commitAll(ordered, begun);
      return result;
    } catch (Throwable e) {
      closeAll(begun, e);
      throw e;
    }
  }

  private static void checkOutermost(List<SqliteDatabase> databases) {
    if (databases.isEmpty()) {
      throw new IllegalArgumentException("a transaction over no database");
    }
    String writing = WritingThread.database();
    if (writing != null) {
      throw new TransactionException(
          databases.get(0).schema(),
          null,
          "this thread is writing in database `" + writing + "` already",
          "Begin the transaction over several databases first",
          null);
    }
  }

  private static void beginAll(List<SqliteDatabase> databases, List<Transaction> begun) {
    for (SqliteDatabase database : databases) {
      begun.add(database.begin(TransactionMode.IMMEDIATE));
    }
  }

  private static void commitAll(List<SqliteDatabase> databases, List<Transaction> begun) {
    begun.forEach(Transaction::prepareCommit);
    if (begun.stream().anyMatch(Transaction::isRollbackOnly)) {
      begun.forEach(Transaction::close);
      return;
    }
    List<Runnable> afterwards = new ArrayList<>();
    for (int i = 0; i < begun.size(); i++) {
      try {
        afterwards.addAll(begun.get(i).commitPrepared());
      } catch (RuntimeException e) {
        if (i == 0) {
          throw e;
        }
        PartialCommitException partial = partial(databases, i, e);
        // First, so that the actions find no transaction open.
        closeAll(begun, partial);
        Throwable late = AfterCommit.runAll(afterwards);
        if (late != null) {
          partial.addSuppressed(late);
        }
        throw partial;
      }
    }
    AfterCommit.run(databases.get(0).schema(), afterwards);
  }

  private static PartialCommitException partial(
      List<SqliteDatabase> databases, int failed, RuntimeException cause) {
    List<String> names = databases.stream().map(SqliteDatabase::toString).toList();
    return new PartialCommitException(
        databases.get(failed).schema(),
        names.subList(0, failed),
        names.subList(failed, names.size()),
        "Undo or repeat by hand what belongs together",
        cause);
  }

  private static void closeAll(List<Transaction> begun, Throwable failure) {
    for (int i = begun.size() - 1; i >= 0; i--) {
      try {
        begun.get(i).close();
      } catch (RuntimeException late) {
        failure.addSuppressed(late);
      }
    }
  }
}
