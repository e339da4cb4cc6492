package dev.litmus.processor.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The names that SQLite has functions and collations of its own for. */
public final class SqlNames {

  private final Set<String> functions = new TreeSet<>();
  private final Set<String> collations = new TreeSet<>();
  private final Set<String> words = new TreeSet<>();

  private SqlNames() {}

  /** Asks SQLite for its own names, and for which of the given ones cannot be called without quotes. */
  public static SqlNames read(Set<String> wanted) throws SQLException {
    SqlNames names = new SqlNames();
    try (Connection connection = Engine.open(ApplicationFunctions.NONE)) {
      names.add(connection, "SELECT name FROM pragma_function_list", names.functions);
      names.add(connection, "SELECT name FROM pragma_collation_list", names.collations);
      for (String name : wanted) {
        if (!canBeCalled(connection, name)) {
          names.words.add(name.toLowerCase(Locale.ROOT));
        }
      }
    }
    return names;
  }

  private void add(Connection connection, String sql, Set<String> found) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(row.getString(1).toLowerCase(Locale.ROOT));
      }
    }
  }

  private static boolean canBeCalled(Connection connection, String name) {
    try (PreparedStatement call = connection.prepareStatement("SELECT " + name + "()")) {
      return call != null;
    } catch (SQLException e) {
      return !String.valueOf(e.getMessage()).contains("syntax error");
    }
  }

  public boolean hasFunction(String name) {
    return functions.contains(name.toLowerCase(Locale.ROOT));
  }

  public boolean hasCollation(String name) {
    return collations.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Tells whether a name is a word of SQL's own, which would be read as something else. */
  public boolean isWord(String name) {
    return words.contains(name.toLowerCase(Locale.ROOT));
  }
}
