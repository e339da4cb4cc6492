package dev.litmus.processor.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.jdbc4.JDBC4Connection;

/** Opens SQLite databases in memory, to judge SQL by. */
final class Engine {

  private Engine() {}

  /**
   * Opens an empty database. The driver is not registered with {@link java.sql.DriverManager}, which would keep the
   * processor's class loader alive in a build daemon; its native library is loaded under a lock that all class loaders
   * share, because parallel builds unpack it at the same time.
   */
  @SuppressWarnings("LockOnNonEnclosingClassLiteral") // the one object that all class loaders share
  static Connection open() throws SQLException {
    synchronized (System.class) {
      try {
        SQLiteJDBCLoader.initialize();
      } catch (Exception e) {
        throw new SQLException("SQLite's native library cannot be loaded: " + e.getMessage(), e);
      }
    }
    Properties settings = new Properties();
    // As at run time, so that EXPLAIN shows what cascades.
    settings.setProperty("foreign_keys", "true");
    settings.setProperty("recursive_triggers", "true");
    return new JDBC4Connection("jdbc:sqlite::memory:", ":memory:", settings);
  }
}
