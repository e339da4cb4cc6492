package dev.litmus.runtime.internal.salvage;

import dev.litmus.runtime.internal.driver.Statements;
import dev.litmus.runtime.internal.sql.QuotedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The virtual tables of the new file. Those for full-text search are built again from their texts; of any other the rows are
 * copied as it hands them out.
 */
final class VirtualTables {

  private static final String ALL = """
      SELECT name, sql FROM main.sqlite_schema WHERE type = 'table' AND rootpage = 0 ORDER BY name""";
  private static final Pattern SEARCH =
      Pattern.compile("USING\\s+fts[345]\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTENT =
      Pattern.compile("[(,]\\s*content\\s*=\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_TEXTS =
      Pattern.compile("[(,]\\s*content\\s*=\\s*(?:''|\"\")", Pattern.CASE_INSENSITIVE);

  private final Connection connection;
  private final List<String> notes;

  VirtualTables(Connection connection, List<String> notes) {
    this.connection = connection;
    this.notes = notes;
  }

  private record Virtual(String name, String sql) {
    boolean isSearch() {
      return SEARCH.matcher(sql).find();
    }
  }

  private List<Virtual> all() throws SQLException {
    List<Virtual> all = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(ALL);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        all.add(new Virtual(row.getString(1), row.getString(2)));
      }
    }
    return all;
  }

  /** The tables in which indexes for search keep texts that are nowhere else. */
  List<String> texts() throws SQLException {
    return all().stream()
        .filter(each -> each.isSearch() && !CONTENT.matcher(each.sql()).find())
        .map(each -> each.name() + "_content")
        .toList();
  }

  /** Fills them; all other tables are there. */
  void fill() throws SQLException {
    for (Virtual each : all()) {
      try {
        if (!each.isSearch()) {
          Statements.run(
              connection,
              "INSERT INTO " + Names.main(each.name()) + " SELECT * FROM "
                  + Names.damaged(each.name()));
        } else if (NO_TEXTS.matcher(each.sql()).find()) {
          notes.add("`" + each.name() + "` keeps no texts, and is empty: fill it again");
        } else {
          String index = QuotedName.of(each.name());
          Statements.run(
              connection, "INSERT INTO main." + index + "(" + index + ") VALUES ('rebuild')");
        }
      } catch (SQLException e) {
        if (!Damage.is(e) && !Damage.isRefusal(e) && !Damage.isInSql(e)) {
          throw e;
        }
        notes.add("`" + each.name() + "` could not be filled: " + Salvaging.words(e));
      }
    }
  }
}
