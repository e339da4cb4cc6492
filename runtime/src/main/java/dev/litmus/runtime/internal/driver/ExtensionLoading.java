package dev.litmus.runtime.internal.driver;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.DB;

/**
 * Loads a library with functions into one connection. Loading is allowed for that moment alone: SQL from elsewhere that
 * calls {@code load_extension} is refused.
 *
 * <p>Source: <a href="https://sqlite.org/loadext.html">run-time loadable extensions</a>.
 */
final class ExtensionLoading {

  private ExtensionLoading() {}

  static void load(SQLiteConnection connection, Path library) throws SQLException {
    DB database = connection.getDatabase();
    database.enable_load_extension(true);
    try (PreparedStatement load = connection.prepareStatement("SELECT load_extension(?)")) {
      load.setString(1, library.toAbsolutePath().toString());
      load.executeQuery().close();
    } catch (SQLException e) {
      throw new ExtensionLoadException(library, e);
    } finally {
      database.enable_load_extension(false);
    }
  }

  /** Refuses a connection that lacks a function which the application has declared. */
  static void require(SQLiteConnection connection, ApplicationCode.Needed function)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(
        "SELECT 1 FROM pragma_function_list WHERE name = lower(?) AND narg IN (?, -1)")) {
      statement.setString(1, function.name());
      statement.setInt(2, function.arguments());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new ExtensionLoadException(function);
        }
      }
    }
  }
}
