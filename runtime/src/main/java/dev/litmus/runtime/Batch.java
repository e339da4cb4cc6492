package dev.litmus.runtime;

import dev.litmus.runtime.error.AfterCommitException;
import dev.litmus.runtime.error.BatchException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.ValueException;
import java.sql.PreparedStatement;
import java.sql.SQLDataException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One statement for many items, in one transaction or in chunks of several. For generated code: {@link #next} for each item,
 * then {@link #finish}, and {@link #close} on every path. For its thread alone.
 */
public final class Batch implements AutoCloseable {

  private final SqliteDatabase database;
  private final SqlStatement sql;
  private final boolean nested;

  /** How many items a transaction has; 0 when it has all. */
  private final int chunk;

  private @Nullable Transaction transaction;
  private @Nullable PreparedStatement statement;
  private long items;
  private long kept;
  private long changed;

  /** Whether the statement has not run yet for the item given out last. */
  private boolean working;

  Batch(SqliteDatabase database, SqlStatement sql, int chunk, boolean nested) {
    this.database = database;
    this.sql = sql;
    this.chunk = chunk;
    this.nested = nested;
  }

  /**
   * Returns the statement for the next item; the values of the one before are still bound.
   *
   * @return to be bound and run, not closed
   * @throws SQLException when SQLite cannot prepare it
   * @throws BatchException when the chunk before cannot be committed
   */
  public PreparedStatement next() throws SQLException {
    if (chunk > 0 && items - kept == chunk) {
      commit();
    }
    PreparedStatement next = statement;
    if (next == null) {
      try {
        transaction = database.begin();
        next = database.write(sql);
        statement = next;
      } catch (LitmusException e) {
        throw kept == 0 ? e : failure(items, e);
      }
    }
    items++;
    working = true;
    return next;
  }

  /**
   * Returns the statement for the next item, parts of which are to be bound.
   *
   * @param item the item
   * @return to be bound and run, not closed
   * @throws SQLException when the item is null, or SQLite cannot prepare the statement
   * @throws BatchException when the chunk before cannot be committed
   */
  public PreparedStatement next(@Nullable Object item) throws SQLException {
    PreparedStatement next = next();
    if (item == null) {
      throw new RefusedValueException("the item is null", "Leave it out");
    }
    return next;
  }

  /**
   * Takes note of what an item has changed.
   *
   * @param rows how many
   */
  public void changed(long rows) {
    changed += rows;
    done();
  }

  /** Takes note that the statement has run for an item. */
  public void done() {
    working = false;
  }

  /**
   * Commits.
   *
   * @return how many rows have changed
   * @throws SQLException when the statement cannot be given back
   * @throws BatchException when SQLite refuses to commit
   */
  public long finish() throws SQLException {
    commit();
    return changed;
  }

  /**
   * Commits, unless more rows have changed than an int can count.
   *
   * @return how many rows have changed
   * @throws SQLException when the number does not fit, or the statement cannot be given back
   * @throws BatchException when SQLite refuses to commit
   */
  public int finishInt() throws SQLException {
    if (changed > Integer.MAX_VALUE) {
      throw new SQLDataException(changed + " changed rows do not fit an int");
    }
    commit();
    return (int) changed;
  }

  /** Waits for no item: an empty batch takes no lock. */
  private void commit() throws SQLException {
    Transaction ending = transaction;
    if (ending == null) {
      return;
    }
    giveBack();
    try {
      ending.commit();
    } catch (AfterCommitException e) {
      throw e;
    } catch (LitmusException e) {
      throw failure(-1, e);
    }
    transaction = null;
    kept = items;
  }

  private void giveBack() throws SQLException {
    PreparedStatement lent = statement;
    statement = null;
    if (lent != null) {
      lent.close();
    }
  }

  /**
   * Returns the exception for what ended the batch: at the item that was given out last, or while the next one was to be.
   *
   * @param e what the driver reported, or what the item or the iteration has thrown
   * @return the exception to throw: what the iteration has thrown itself, unless items are kept
   */
  public RuntimeException failure(Exception e) {
    if (e instanceof BatchException || e instanceof AfterCommitException) {
      return (LitmusException) e;
    }
    if (e instanceof SQLException reported) {
      return failure(items - 1, database.failure(sql, reported));
    }
    RuntimeException thrown = (RuntimeException) e;
    if (!working && kept == 0) {
      return thrown;
    }
    return failure(
        working ? items - 1 : items,
        thrown instanceof LitmusException typed ? typed : thrownByItem(thrown));
  }

  private ValueException thrownByItem(RuntimeException e) {
    String fact = working ? "the item cannot be bound: " : "the items cannot be read on: ";
    return new ValueException(
        database.schema(),
        sql.name(),
        fact + e.getClass().getName(),
        "The cause says what it is",
        e);
  }

  private BatchException failure(long item, LitmusException cause) {
    return new BatchException(database.schema(), sql.name(), item, kept, nested, cause);
  }

  /** Rolls back what is not committed. Does nothing the second time. */
  @Override
  public void close() {
    Transaction ending = transaction;
    transaction = null;
    try (ending) {
      giveBack();
    } catch (SQLException e) {
      throw database.failure(sql, e);
    }
  }
}
