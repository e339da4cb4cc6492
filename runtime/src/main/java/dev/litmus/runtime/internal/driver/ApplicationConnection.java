package dev.litmus.runtime.internal.driver;

import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/** A connection of the driver that knows what became of the application's functions on it. */
final class ApplicationConnection extends JDBC4Connection {

  private final FunctionCalls calls = new FunctionCalls();

  ApplicationConnection(String file, Properties options) throws SQLException {
    super("jdbc:sqlite:" + file, file, options);
  }

  FunctionCalls calls() {
    return calls;
  }
}
