package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.sql.Token;
import dev.litmus.runtime.internal.sql.TokenKind;
import dev.litmus.runtime.internal.sql.Tokenizer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that a schema consists of, so that two can be compared: tables, indexes, views and triggers with their SQL,
 * whatever its white space, comments and case of words. What SQLite keeps for itself, shadow tables of virtual ones and
 * the history of migrations do not count.
 *
 * @param objects the SQL of each, by kind and name, for example {@code table messages}
 */
record SchemaFingerprint(SortedMap<String, String> objects) {

  private static final String OBJECTS = """
      SELECT type, name, sql, tbl_name FROM main.sqlite_schema
      WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_migrations'
        AND name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')""";
  private static final int LONGEST = 200;

  static SchemaFingerprint of(Connection connection) throws SQLException {
    return of(connection, "");
  }

  /**
   * Looks at a schema without one of its tables.
   *
   * @param left the table that does not count, with its indexes and triggers
   */
  static SchemaFingerprint of(Connection connection, String left) throws SQLException {
    SortedMap<String, String> objects = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(OBJECTS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String name = lower(row.getString(2));
        if (!lower(row.getString(4)).equals(lower(left))) {
          objects.put(row.getString(1) + " `" + name + "`", normal(row.getString(3)));
        }
      }
    }
    return new SchemaFingerprint(objects);
  }

  private static String normal(String sql) {
    StringBuilder text = new StringBuilder();
    for (Token token : Tokenizer.tokenize(sql)) {
      if (!token.isComment()) {
        text.append(text.isEmpty() ? "" : " ").append(normal(token, sql));
      }
    }
    return text.toString();
  }

  /** Only words are folded: what stands in quotes may be a text for SQLite, also in double ones. */
  private static String normal(Token token, String sql) {
    String text = token.text(sql).replace("\r\n", "\n");
    return token.kind() == TokenKind.WORD ? lower(text) : text;
  }

  /** As SQLite compares names: letters beyond ASCII are all different. */
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        lower.setCharAt(i, (char) (c + 'a' - 'A'));
      }
    }
    return lower.toString();
  }

  /** What differs in another schema, a line for each; empty when they are the same. */
  List<String> differencesOf(SchemaFingerprint found) {
    List<String> differences = new ArrayList<>();
    TreeSet<String> all = new TreeSet<>(objects.keySet());
    all.addAll(found.objects.keySet());
    for (String object : all) {
      String wanted = objects.get(object);
      String is = found.objects.get(object);
      if (is == null) {
        differences.add(object + " is missing");
      } else if (wanted == null) {
        differences.add(object + " is not of the migrations");
      } else if (!wanted.equals(is)) {
        differences.add(object + " is `" + fromDifference(is, wanted)
            + "`, and the migrations make `" + fromDifference(wanted, is) + "`");
      }
    }
    return differences;
  }

  /** The text from a little before the first character that is another one, so that the difference is in sight. */
  private static String fromDifference(String text, String other) {
    int start = 0;
    while (start < Math.min(text.length(), other.length())
        && text.charAt(start) == other.charAt(start)) {
      start++;
    }
    start = Math.max(0, start - LONGEST / 4);
    int end = Math.min(text.length(), start + LONGEST);
    return (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
  }
}
