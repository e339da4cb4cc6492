package dev.litmus.runtime.error;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A batch failed at one of its items. What it had not committed is undone; with {@code CHUNK} earlier chunks stay. The cause
 * is what went wrong, the same typed exception that a single statement would have thrown.
 */
public final class BatchException extends LitmusException {

  private static final long serialVersionUID = 1L;

  private final long item;
  private final long kept;

  /**
   * Creates the exception.
   *
   * @param database the database it happened in
   * @param statement the statement of the batch
   * @param item the item that failed, counted from 0; -1 when the commit did
   * @param kept how many items, from the first on, are not undone
   * @param nested whether a transaction around the batch decides what becomes of those
   * @param cause what went wrong
   */
  public BatchException(
      String database,
      String statement,
      long item,
      long kept,
      boolean nested,
      LitmusException cause) {
    super(database, statement, fact(item, kept, nested, cause), null, cause);
    this.item = item;
    this.kept = kept;
  }

  private static String fact(long item, long kept, boolean nested, LitmusException cause) {
    String where = item < 0 ? "the commit failed" : "item " + item + " (counted from 0) failed";
    String rest = kept == 0
        ? "nothing of the batch is left"
        : "the first " + kept + " items are "
            + (nested ? "part of the transaction around" : "committed") + ", the others undone";
    return where + ", and " + rest + "; the cause: " + cause.getMessage();
  }

  /**
   * Returns the item that failed.
   *
   * @return its index in the order of the iteration, from 0; empty when it was the commit that failed
   */
  public OptionalLong item() {
    return item < 0 ? OptionalLong.empty() : OptionalLong.of(item);
  }

  /**
   * Returns how many items, from the first on, are not undone: committed, or part of the transaction around the batch. To
   * go on after a cure, begin with the next one.
   *
   * @return the number; 0 unless the batch commits in chunks
   */
  public long itemsKept() {
    return kept;
  }

  @Override
  public synchronized LitmusException getCause() {
    return (LitmusException) Objects.requireNonNull(super.getCause());
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_BATCH;
  }

  @Override
  public boolean isRetriable() {
    return kept == 0 && getCause().isRetriable();
  }
}
