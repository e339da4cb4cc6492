package dev.litmus.processor.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes what a schema has again, in a database of its own. */
final class SchemaCopy {

  private static final String ELSEWHERE =
      "SELECT name FROM pragma_database_list WHERE name NOT IN ('main', 'temp')"
          + " UNION ALL SELECT name FROM sqlite_temp_schema";

  /** Tables before what rests on them; a virtual table makes its shadow tables itself. */
  private static final String PIECES = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"
      + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name <> '_migrations'"
      + " AND tbl_name NOT IN (SELECT name FROM pragma_table_list"
      + " WHERE schema = 'main' AND type = 'shadow')"
      + " ORDER BY type <> 'table', type <> 'index', rowid";

  private final Connection original;

  SchemaCopy(Connection original) {
    this.original = original;
  }

  Optional<Connection> open() throws SQLException {
    if (!strings(ELSEWHERE).isEmpty()) {
      return Optional.empty();
    }
    List<String> pieces = strings(PIECES);
    // What stands in for functions of the application yields nothing that could refute anything:
    // what needs them is not copied.
    Connection copy = Engine.open(ApplicationFunctions.NONE);
    try {
      for (String piece : pieces) {
        try (PreparedStatement statement = copy.prepareStatement(piece)) {
          statement.execute();
        }
      }
      return Optional.of(copy);
    } catch (SQLException e) {
      copy.close();
      return Optional.empty();
    }
  }

  private List<String> strings(String sql) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (Statement statement = original.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        strings.add(row.getString(1));
      }
    }
    return strings;
  }
}
