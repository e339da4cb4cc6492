package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.fault.Fault;
import dev.litmus.runtime.fault.FaultPlan;
import dev.litmus.runtime.fault.FaultPoint;
import dev.litmus.runtime.fault.SimulatedCrashError;
import dev.litmus.runtime.internal.driver.SimulatedFailure;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes happen on a connection what a plan of faults says. Safe for all threads. */
final class Faults {

  /** What is to happen once a statement has run. */
  @FunctionalInterface
  interface Afterwards {
    /** Throws what the plan says, or nothing. */
    void happen();
  }

  static final Afterwards NOTHING = () -> {};

  private final String database;
  private final @Nullable FaultPlan plan;

  Faults(String database, @Nullable FaultPlan plan) {
    this.database = database;
    this.plan = plan;
  }

  /**
   * Called before a statement runs.
   *
   * @return what is to happen after it
   * @throws SQLException what the driver would throw
   */
  Afterwards before(PooledConnection connection, String name, String sql) throws SQLException {
    return plan == null ? NOTHING : ask(plan, connection, new FaultPoint(database, name, sql));
  }

  private static Afterwards ask(FaultPlan plan, PooledConnection connection, FaultPoint point)
      throws SQLException {
    Fault fault = plan.at(point);
    if (fault == null) {
      return NOTHING;
    }
    switch (fault) {
      case BUSY -> throw SimulatedFailure.busy();
      case FULL -> {
        endTransaction(connection);
        throw SimulatedFailure.full();
      }
      case IO_ERROR -> {
        endTransaction(connection);
        throw SimulatedFailure.ioError();
      }
      case CRASH -> throw new SimulatedCrashError(point, fault);
      case CRASH_AFTER -> {
        return () -> {
          throw new SimulatedCrashError(point, fault);
        };
      }
    }
    throw new IllegalStateException("no such fault: " + fault);
  }

  /** As SQLite does on its own after such an error. */
  private static void endTransaction(PooledConnection connection) {
    try {
      connection.control("ROLLBACK");
    } catch (SQLException thereIsNone) {
      // A statement outside a transaction has nothing else to undo.
    }
  }
}
