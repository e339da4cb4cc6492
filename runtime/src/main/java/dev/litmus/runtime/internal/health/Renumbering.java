package dev.litmus.runtime.internal.health;

import dev.litmus.runtime.internal.driver.Statements;
import dev.litmus.runtime.internal.sql.QuotedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That VACUUM would give rows other rowids, by which an index for full-text search knows them. It keeps the rowids of tables with
 * an INTEGER PRIMARY KEY, and, because it copies these differently, of tables with any index, also a partial one or that of a
 * UNIQUE: so in SQLite 3.49 to 3.54. Rows that are numbered 1, 2, 3, … keep their rowids as well.
 *
 * <p>Source: <a href="https://sqlite.org/lang_vacuum.html">VACUUM</a>: "if a table does not have an explicit INTEGER PRIMARY
 * KEY, then VACUUM may change the ROWIDs".
 *
 * @param index the index for search
 * @param tables the tables whose rows it may be of
 * @param contentless whether it keeps no texts and names no table
 */
public record Renumbering(String index, List<String> tables, boolean contentless) {

  /** Tables whose rowids nothing keeps; a primary key without an index of its own is the rowid. */
  private static final String WITHOUT_NUMBERS = """
      SELECT t.name FROM pragma_table_list t
      WHERE t.schema = 'main' AND t.type = 'table' AND t.wr = 0 AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE pk > 0)
        AND NOT EXISTS (SELECT 1 FROM pragma_index_list(t.name))
      ORDER BY t.name""";

  private static final String SEARCH = """
      SELECT name, sql FROM main.sqlite_schema
      WHERE type = 'table' AND (lower(sql) LIKE '%using%fts5%' OR lower(sql) LIKE '%using%fts4%')
      ORDER BY name""";

  private static final Pattern CONTENT = Pattern.compile(
      "[(,]\\s*content\\s*=\\s*('(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|\\[[^\\]]*\\]|[^\\s,)]+)",
      Pattern.CASE_INSENSITIVE);

  /** Copies the tables. */
  public Renumbering {
    tables = List.copyOf(tables);
  }

  /** Finds the first such index; null when VACUUM does no harm. */
  public static @Nullable Renumbering find(Connection connection) throws SQLException {
    List<String> moving = new ArrayList<>();
    for (String table : Statements.texts(connection, WITHOUT_NUMBERS)) {
      if (wouldMove(connection, table)) {
        moving.add(table);
      }
    }
    return moving.isEmpty() ? null : ofSearch(connection, moving);
  }

  private static boolean wouldMove(Connection connection, String table) throws SQLException {
    for (String rowid : List.of("rowid", "_rowid_", "oid")) {
      String sql = "SELECT count(*) FROM pragma_table_xinfo(" + text(table)
          + ") WHERE lower(name) = " + text(rowid);
      if (Statements.number(connection, sql) == 0) {
        return Statements.number(
                connection,
                "SELECT coalesce(min(" + rowid + ") <> 1 OR max(" + rowid
                    + ") <> count(*), 0) FROM main." + QuotedName.of(table))
            != 0;
      }
    }
    // Nobody can say by which rowid an index knows the rows.
    return false;
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private static @Nullable Renumbering ofSearch(Connection connection, List<String> moving)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SEARCH);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Matcher content = CONTENT.matcher(row.getString(2));
        if (!content.find()) {
          continue;
        }
        String table = unquoted(content.group(1));
        if (table.isEmpty()) {
          return new Renumbering(row.getString(1), moving, true);
        }
        for (String candidate : moving) {
          if (candidate.equalsIgnoreCase(table)) {
            return new Renumbering(row.getString(1), List.of(candidate), false);
          }
        }
      }
    }
    return null;
  }

  private static String unquoted(String name) {
    char first = name.charAt(0);
    if (first == '\'' || first == '"') {
      return name.substring(1, name.length() - 1).replace("" + first + first, "" + first);
    }
    return first == '`' || first == '[' ? name.substring(1, name.length() - 1) : name;
  }

  /** What would happen. */
  public String fact() {
    return contentless
        ? "VACUUM would give the rows of `" + String.join("`, `", tables) + "` other rowids, and `"
            + index + "`, which keeps no texts, may know rows by these"
        : "VACUUM would give the rows of `" + tables.get(0)
            + "` other rowids, and the full-text index `" + index + "` would then find other rows";
  }

  /** What to do about it. */
  public String advice() {
    return "Declare an INTEGER PRIMARY KEY in `" + String.join("`, `", tables)
        + "` by a migration, then run this again";
  }
}
