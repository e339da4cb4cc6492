package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.migration.MigrationHistory.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The history that the runner before Litmus has left. Nothing made sure of what stands in it: SQLite keeps any type in
 * any column, and a version that is a text is not the number it looks like.
 *
 * @param applied by version
 * @param problem the first row that cannot be taken over and why, or null
 */
record PredecessorRows(
    SortedMap<Long, Entry> applied, @Nullable String problem) {

  private static final String SELECT = """
      SELECT version, name, applied_at, typeof(version), quote(version), typeof(name), quote(name),
        quote(applied_at), typeof(applied_at) = 'text' AND julianday(applied_at) IS NOT NULL
      FROM main._migrations""";

  static PredecessorRows read(Connection connection) throws SQLException {
    SortedMap<Long, Entry> applied = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(SELECT);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String problem = problem(row, applied);
        if (problem != null) {
          return new PredecessorRows(new TreeMap<>(), problem);
        }
        applied.put(
            row.getLong(1), new Entry(row.getLong(1), row.getString(2), row.getString(3), ""));
      }
    }
    return new PredecessorRows(applied, null);
  }

  private static @Nullable String problem(ResultSet row, SortedMap<Long, Entry> before)
      throws SQLException {
    String version = row.getString(5);
    if (!row.getString(4).equals("integer")) {
      return "a row has the version " + version + " of type " + row.getString(4)
          + ", and versions are integers";
    }
    if (before.containsKey(row.getLong(1))) {
      return "version " + version + " is there twice";
    }
    if (!row.getString(6).equals("text")) {
      return "version " + version + " has the name " + row.getString(7) + ", and names are texts";
    }
    if (row.getInt(9) == 0) {
      return "version " + version + " was applied at " + row.getString(8)
          + ", which is no text with a date and a time";
    }
    return null;
  }
}
