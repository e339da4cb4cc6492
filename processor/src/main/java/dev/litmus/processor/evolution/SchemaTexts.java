package dev.litmus.processor.evolution;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.SqlName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads what a database consists of, one version after the other. White space, comments, the case of words and the quotes
 * of names do not count: ALTER TABLE adds quotes by itself. What SQLite keeps for itself, shadow tables of virtual ones and
 * the history of migrations are left out.
 */
final class SchemaTexts {

  private static final String OBJECTS = """
      SELECT type, name, sql FROM main.sqlite_schema
      WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_migrations'
        AND name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')""";

  private static final String COLUMNS = """
      SELECT c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
      FROM pragma_table_xinfo(?, 'main') c WHERE c.hidden <> 1 ORDER BY c.cid""";

  private final Connection connection;
  private final Map<String, String> normal = new HashMap<>();
  private final Map<String, Map<String, String>> columns = new HashMap<>();

  SchemaTexts(Connection connection) {
    this.connection = connection;
  }

  SchemaText read() throws SQLException {
    SortedMap<String, SchemaText.Piece> pieces = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(OBJECTS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String kind = row.getString(1);
        String name = row.getString(2);
        String sql = row.getString(3);
        pieces.put(
            kind + " `" + name.toLowerCase(Locale.ROOT) + "`",
            new SchemaText.Piece(
                kind,
                name,
                sql,
                normal.computeIfAbsent(sql, SchemaTexts::normalOf),
                kind.equals("table") ? columns(name, sql) : Map.of()));
      }
    }
    return new SchemaText(pieces);
  }

  /** The columns of a table are those that its SQL says, so that they are read once for all versions that have it. */
  private Map<String, String> columns(String table, String sql) throws SQLException {
    Map<String, String> known = columns.get(sql);
    if (known != null) {
      return known;
    }
    Map<String, String> read = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          read.put(row.getString(1).toLowerCase(Locale.ROOT), declaration(row));
        }
      }
    }
    columns.put(sql, read);
    return read;
  }

  private static String declaration(ResultSet row) throws SQLException {
    String type = row.getString(2);
    return row.getString(1)
        + (type.isEmpty() ? "" : " " + type)
        + (row.getInt(5) > 0 ? " PRIMARY KEY" : "")
        + (row.getInt(3) > 0 ? " NOT NULL" : "")
        + (row.getString(4) == null ? "" : " DEFAULT " + row.getString(4))
        + (row.getInt(6) > 1 ? " GENERATED" : "");
  }

  private static String normalOf(String sql) {
    ParsedQuery parsed = QueryParser.parse(sql);
    return parsed.tokens().stream()
        .map(token -> normalToken(parsed.textOf(token)))
        .collect(Collectors.joining(" "));
  }

  /** What stands in single quotes is a text, and stays as it is. */
  private static String normalToken(String token) {
    return token.startsWith("'")
        ? token.replace("\r\n", "\n")
        : SqlName.key(SqlName.meantBy(token));
  }
}
