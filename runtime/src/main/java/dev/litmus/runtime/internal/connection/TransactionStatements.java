package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.internal.driver.DriverConnection;
import dev.litmus.runtime.internal.driver.DriverStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements that begin and end transactions of one connection, prepared once. Used by the thread that holds it. */
final class TransactionStatements {

  /** More than there are without deeply nested savepoints. */
  private static final int MOST = 16;

  private static final @Nullable Object[] NO_VALUES = {};

  private final DriverConnection driver;
  private final Map<String, DriverStatement> kept = new HashMap<>();

  TransactionStatements(DriverConnection driver) {
    this.driver = driver;
  }

  /** Runs one of them. */
  void run(String sql) throws SQLException {
    DriverStatement prepared = kept.get(sql);
    boolean isNew = prepared == null;
    if (prepared == null) {
      prepared = driver.prepare(sql);
    }
    try {
      prepared.update(NO_VALUES);
    } catch (SQLException e) {
      kept.remove(sql);
      closeFailed(prepared);
      throw e;
    }
    if (isNew && kept.size() < MOST) {
      kept.put(sql, prepared);
    } else if (isNew) {
      prepared.close();
    }
  }

  private static void closeFailed(DriverStatement failed) {
    try {
      failed.close();
    } catch (SQLException again) {
      // It reports the failure once more, and is closed all the same.
    }
  }
}
