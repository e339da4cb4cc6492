package dev.litmus.processor.schema;

import dev.litmus.runtime.internal.driver.NativeLibraryException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Opens SQLite databases in memory, to judge SQL by. */
final class Engine {

  private Engine() {}

  /**
   * Opens an empty database that has stand-ins for the application's functions. The driver is not registered with {@link java.sql.DriverManager}, which would keep the
   * processor's class loader alive in a build daemon; its native library leaves no files behind.
   */
  static Connection open(ApplicationFunctions functions) throws SQLException {
    try {
      Connection connection = StandIns.of(functions).openMemory(new Properties());
      prepareForUse(connection);
      return connection;
    } catch (NativeLibraryException e) {
      throw new SQLException(e.getMessage(), e);
    }
  }

  /** Sets what holds at run time, so that EXPLAIN shows what cascades; has no effect inside a transaction. */
  static void prepareForUse(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA foreign_keys = ON");
      statement.execute("PRAGMA recursive_triggers = ON");
    }
  }
}
