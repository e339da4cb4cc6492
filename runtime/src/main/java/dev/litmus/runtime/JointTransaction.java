package dev.litmus.runtime;

import dev.litmus.runtime.error.PartialCommitException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.internal.connection.WritingThread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A transaction in each of several databases, begun and committed in the order in which these were opened. For the thread that
 * began it alone. Leaving it without {@link #commit} rolls all of them back.
 *
 * @see Transactions#across
 */
public final class JointTransaction implements AutoCloseable {

  private final List<SqliteDatabase> databases;
  private final List<Transaction> begun = new ArrayList<>();

  private JointTransaction(List<SqliteDatabase> databases) {
    this.databases = databases;
  }

  static JointTransaction begin(Collection<SqliteDatabase> databases) {
    List<SqliteDatabase> ordered = databases.stream()
        .distinct()
        .sorted(Comparator.comparingLong(SqliteDatabase::order))
        .toList();
    checkAllowed(ordered);
    JointTransaction transaction = new JointTransaction(ordered);
    try {
      WritingThread.allowing(transaction::beginAll);
      return transaction;
    } catch (Throwable e) {
      transaction.closeAfter(e);
      throw e;
    }
  }

  /** Whoever writes in all of them waits for none of them. */
  private static void checkAllowed(List<SqliteDatabase> databases) {
    if (databases.isEmpty()) {
      throw new IllegalArgumentException("a transaction over no database");
    }
    String writing = WritingThread.database();
    if (writing != null && !databases.stream().allMatch(SqliteDatabase::isWriting)) {
      throw new TransactionException(
          databases.get(0).schema(),
          null,
          "this thread is writing in database `" + writing + "` already",
          "Begin the transaction over several databases first",
          null);
    }
  }

  private void beginAll() {
    for (SqliteDatabase database : databases) {
      begun.add(database.begin(TransactionMode.IMMEDIATE));
    }
  }

  /**
   * Commits them one after the other; rolls all back, without an error, when that was asked for in one of them. What was given
   * to {@link SqliteDatabase#afterCommit} runs then.
   *
   * @throws PartialCommitException when some are committed and SQLite has refused to commit one; it says which
   * @throws TransactionException when one of them has been ended by SQLite, or an inner one or the result of a write is still
   *     open, and nothing is committed
   */
  public void commit() {
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
        throw partial(i, afterwards, e);
      }
    }
    AfterCommit.run(databases.get(0).schema(), afterwards);
  }

  private PartialCommitException partial(
      int failed, List<Runnable> afterwards, RuntimeException cause) {
    List<String> names = databases.stream().map(SqliteDatabase::toString).toList();
    PartialCommitException partial = new PartialCommitException(
        databases.get(failed).schema(),
        names.subList(0, failed),
        names.subList(failed, names.size()),
        "Undo or repeat by hand what belongs together",
        cause);
    // First, so that the actions find no transaction open.
    closeAfter(partial);
    Throwable late = AfterCommit.runAll(afterwards);
    if (late != null) {
      partial.addSuppressed(late);
    }
    return partial;
  }

  /** Rolls back what is not committed. Does nothing the second time. */
  @Override
  public void close() {
    RuntimeException failure = Closing.all(begun, Transaction::close);
    if (failure != null) {
      throw failure;
    }
  }

  private void closeAfter(Throwable failure) {
    RuntimeException late = Closing.all(begun, Transaction::close);
    if (late != null) {
      failure.addSuppressed(late);
    }
  }
}
