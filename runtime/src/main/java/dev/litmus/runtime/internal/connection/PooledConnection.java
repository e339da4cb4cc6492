package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.internal.driver.DriverConnection;
import dev.litmus.runtime.internal.driver.DriverStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A connection and its prepared statements, each under the slot number of its constant. It keeps no more of them than it
 * may: the one that was used longest ago makes room. Used by the one thread that holds it; {@link #interrupt} may come
 * from any.
 */
final class PooledConnection {

  /** A prepared statement of the connection, from {@link #borrow} to {@link #giveBack}. */
  static final class Prepared {
    final DriverStatement statement;
    final String sql;
    private final int slot;
    private boolean borrowed = true;
    private long lastUse;

    private Prepared(DriverStatement statement, String sql, int slot) {
      this.statement = statement;
      this.sql = sql;
      this.slot = slot;
    }
  }

  private static final int NO_SLOT = ConnectionPool.NO_SLOT;

  private final DriverConnection driver;
  private final Limits limits;
  private final TransactionStatements transactions;
  private final int index;
  private final int capacity;
  private @Nullable Prepared[] slots = new @Nullable Prepared[0];
  private int kept;
  private long uses;
  private boolean queryOnly;
  private boolean broken;

  /**
   * Wraps a connection.
   *
   * @param capacity how many prepared statements it keeps
   * @param index its place among the connections of its kind
   */
  PooledConnection(DriverConnection driver, Limits limits, int capacity, int index) {
    this.driver = driver;
    this.transactions = new TransactionStatements(driver);
    this.limits = limits;
    this.capacity = capacity;
    this.index = index;
  }

  /** Its place among the connections of its kind. */
  int index() {
    return index;
  }

  /** Begins a statement: why an earlier one failed is not why this one does. */
  void forget() {
    limits.forget();
    driver.calls().forget();
  }

  Limits limits() {
    return limits;
  }

  DriverConnection driver() {
    return driver;
  }

  /**
   * Returns the statement of the slot, prepared once. While that one is still in use further up the stack, a private
   * second one: running the first again would silently end its result. Slots that several texts share keep the last of
   * them; without a slot, the statement is private.
   */
  Prepared borrow(int slot, String sql) throws SQLException {
    if (slot == NO_SLOT) {
      return new Prepared(driver.prepare(sql), sql, NO_SLOT);
    }
    if (slot >= slots.length) {
      slots = Arrays.copyOf(slots, Math.max(slot + 1, slots.length * 2));
    }
    Prepared found = slots[slot];
    if (found != null && !found.borrowed && !found.sql.equals(sql)) {
      drop(found);
      found.statement.close();
      found = null;
    }
    if (found == null) {
      makeRoom();
      Prepared prepared = new Prepared(driver.prepare(sql), sql, slot);
      slots[slot] = prepared;
      kept++;
      return prepared;
    }
    if (found.borrowed) {
      return new Prepared(driver.prepare(sql), sql, NO_SLOT);
    }
    found.borrowed = true;
    return found;
  }

  private void makeRoom() throws SQLException {
    if (kept < capacity) {
      return;
    }
    Prepared oldest = null;
    for (Prepared candidate : slots) {
      if (candidate != null
          && !candidate.borrowed
          && (oldest == null || candidate.lastUse < oldest.lastUse)) {
        oldest = candidate;
      }
    }
    if (oldest != null) {
      drop(oldest);
      oldest.statement.close();
    }
  }

  private void drop(Prepared prepared) {
    slots[prepared.slot] = null;
    kept--;
  }

  /** Takes a statement back: a private one, or one that failed, is closed. */
  void giveBack(Prepared prepared, boolean reusable) throws SQLException {
    if (reusable && prepared.slot != NO_SLOT) {
      prepared.borrowed = false;
      prepared.lastUse = ++uses;
      return;
    }
    if (prepared.slot != NO_SLOT) {
      drop(prepared);
    }
    try {
      prepared.statement.close();
    } catch (SQLException e) {
      // Closing a statement that failed reports its old failure once more; it is closed all the
      // same.
      if (reusable) {
        throw e;
      }
    }
  }

  /** Makes a connection that can write refuse to, or not any more. */
  void setQueryOnly(boolean wanted) throws SQLException {
    if (queryOnly != wanted) {
      driver.execute("PRAGMA query_only=" + (wanted ? 1 : 0));
      queryOnly = wanted;
    }
  }

  /** Runs a statement that begins or ends a transaction, or a part of one. */
  void control(String sql) throws SQLException {
    forget();
    transactions.run(sql);
  }

  /** Says that the connection is in a state nobody can vouch for; it is closed instead of used again. */
  void markBroken() {
    broken = true;
  }

  boolean isBroken() {
    return broken;
  }

  void interrupt() throws SQLException {
    driver.interrupt();
  }

  void close() throws SQLException {
    slots = new @Nullable Prepared[0];
    kept = 0;
    driver.close();
  }
}
