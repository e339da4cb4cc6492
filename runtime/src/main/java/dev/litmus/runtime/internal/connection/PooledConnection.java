package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.internal.driver.DriverConnection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A connection and its prepared statements, each under the slot number of its constant. Used by the one thread that
 * holds it; {@link #interrupt} may come from any.
 */
final class PooledConnection {

  /** A prepared statement of the connection, from {@link #borrow} to {@link #giveBack}. */
  static final class Prepared {
    final PreparedStatement statement;
    private final int slot;
    private boolean borrowed = true;

    private Prepared(PreparedStatement statement, int slot) {
      this.statement = statement;
      this.slot = slot;
    }
  }

  private static final int NO_SLOT = -1;

  private final DriverConnection driver;
  private final int index;
  private @Nullable Prepared[] slots = new @Nullable Prepared[0];
  private boolean broken;

  PooledConnection(DriverConnection driver, int index) {
    this.driver = driver;
    this.index = index;
  }

  /** Its place among the connections of its kind. */
  int index() {
    return index;
  }

  /**
   * Returns the statement of the slot, prepared once. While that one is still in use further up the stack, a private
   * second one: running the first again would silently end its result.
   */
  Prepared borrow(int slot, String sql) throws SQLException {
    if (slot >= slots.length) {
      slots = Arrays.copyOf(slots, Math.max(slot + 1, slots.length * 2));
    }
    Prepared kept = slots[slot];
    if (kept == null) {
      Prepared prepared = new Prepared(driver.prepare(sql), slot);
      slots[slot] = prepared;
      return prepared;
    }
    if (kept.borrowed) {
      return new Prepared(driver.prepare(sql), NO_SLOT);
    }
    kept.borrowed = true;
    return kept;
  }

  /** Takes a statement back: a private one, or one that failed, is closed. */
  void giveBack(Prepared prepared, boolean reusable) throws SQLException {
    if (reusable && prepared.slot != NO_SLOT) {
      prepared.borrowed = false;
      return;
    }
    if (prepared.slot != NO_SLOT) {
      slots[prepared.slot] = null;
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

  void execute(String sql) throws SQLException {
    driver.execute(sql);
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
    driver.close();
  }
}
