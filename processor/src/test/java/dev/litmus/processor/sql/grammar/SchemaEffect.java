package dev.litmus.processor.sql.grammar;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a definition does to a fresh database: everything SQLite tells of the schema behind it, and the programs of
 * statements on each table, in which constraints, defaults and triggers show.
 */
final class SchemaEffect {

  private SchemaEffect() {}

  static List<String> of(String schema, String definition) throws SQLException {
    try (Witness sqlite = Witness.of(schema)) {
      List<String> effect = new ArrayList<>();
      try {
        sqlite.run(definition);
      } catch (SQLException e) {
        effect.add("refused: " + e.getMessage());
      }
      effect.addAll(sqlite.rows("SELECT type, name, tbl_name FROM sqlite_schema ORDER BY 1, 2"));
      effect.addAll(sqlite.rows("SELECT type, name, tbl_name FROM sqlite_temp_schema"));
      for (String row : sqlite.rows(
          "SELECT schema, name FROM pragma_table_list WHERE type <> 'shadow' ORDER BY 1, 2")) {
        String[] parts = row.split(" \\| ", -1);
        describe(sqlite, parts[0], parts[1], effect);
      }
      return effect;
    }
  }

  private static void describe(Witness sqlite, String schema, String table, List<String> effect) {
    String name = "'" + table.replace("'", "''") + "'";
    String place = "(" + name + ", '" + schema + "')";
    effect.add(schema + "." + table);
    effect.addAll(normalized(sqlite.rows("SELECT * FROM pragma_table_xinfo" + place)));
    effect.addAll(sqlite.rows("SELECT * FROM pragma_foreign_key_list" + place));
    effect.addAll(
        sqlite.rows("SELECT l.name, l.\"unique\", l.origin, l.partial, x.* FROM pragma_index_list"
            + place + " l, pragma_index_xinfo(l.name, '" + schema + "') x"));
    effect.addAll(sqlite.rows("SELECT strict, wr, type, ncol FROM pragma_table_list" + place
        + " WHERE schema = '" + schema + "'"));
    String target = schema + ".\"" + table.replace("\"", "\"\"") + "\"";
    effect.addAll(normalized(sqlite.program("INSERT INTO " + target + " DEFAULT VALUES")));
    effect.addAll(normalized(sqlite.program("DELETE FROM " + target)));
    effect.addAll(normalized(sqlite.program("SELECT * FROM " + target)));
    String columns = String.join(
        ", ",
        sqlite.rows("SELECT '\"' || replace(name, '\"', '\"\"') || '\" = 5' FROM pragma_table_info"
            + place));
    effect.addAll(
        normalized(sqlite.program("UPDATE " + target + " SET " + columns.replace(" | ", ""))));
  }

  /**
   * Expressions are kept by SQLite as they were written: their space and the case of their letters say nothing; nor
   * does the text of a trigger's statements.
   */
  private static List<String> normalized(List<String> rows) {
    return rows.stream()
        .filter(row -> !row.contains("| Trace |"))
        .map(row -> row.replaceAll("\\s", "").toUpperCase(Locale.ROOT))
        .toList();
  }
}
