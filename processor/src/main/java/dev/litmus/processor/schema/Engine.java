package dev.litmus.processor.schema;

import dev.litmus.runtime.internal.driver.NativeLibraryException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** Opens SQLite databases in memory, to judge SQL by. */
final class Engine {

  private Engine() {}

  /**
   * Opens an empty database that has stand-ins for the application's functions. The driver is not registered with {@link java.sql.DriverManager}, which would keep the
   * processor's class loader alive in a build daemon; its native library leaves no files behind.
   */
  static Connection open(ApplicationFunctions functions) throws SQLException {
    Properties settings = new Properties();
    // As at run time, so that EXPLAIN shows what cascades.
    settings.setProperty("foreign_keys", "true");
    settings.setProperty("recursive_triggers", "true");
    try {
      return StandIns.of(functions).openMemory(settings);
    } catch (NativeLibraryException e) {
      throw new SQLException(e.getMessage(), e);
    }
  }
}
