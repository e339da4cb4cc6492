package dev.litmus.processor.sql.grammar;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which words are names. Most of SQLite's keywords become names wherever the keyword itself makes no sense; the ones
 * here never do without quotes.
 *
 * @see <a href="https://sqlite.org/lang_keywords.html">SQLite keywords</a>
 */
public final class Keywords {

  private static final Set<String> RESERVED = Set.copyOf(words("""
      ADD ALL ALTER AND AS AUTOINCREMENT BETWEEN CASE CHECK COLLATE COMMIT CONSTRAINT
      CREATE DEFAULT DEFERRABLE DELETE DISTINCT DROP ELSE ESCAPE EXCEPT EXISTS
      FOREIGN FROM GROUP HAVING IN INDEX INSERT INTERSECT INTO IS ISNULL JOIN LIMIT
      NOT NOTHING NOTNULL NULL ON OR ORDER PRIMARY REFERENCES RETURNING SELECT SET
      TABLE THEN TO TRANSACTION UNION UNIQUE UPDATE USING VALUES WHEN WHERE"""));

  /** Names where only a name can stand, but never an alias without AS. */
  private static final Set<String> JOINS =
      Set.of("CROSS", "FULL", "INNER", "LEFT", "NATURAL", "OUTER", "RIGHT");

  /** The words that people misspell, for suggestions: reserved ones and those that begin a clause or a statement. */
  private static final List<String> COMMON = words("""
      BEGIN BY CROSS DESC ASC CONFLICT DO EXPLAIN FULL GLOB INNER LEFT LIKE MATCH
      NATURAL OFFSET OUTER OVER PARTITION RECURSIVE REPLACE RIGHT WITH WINDOW FILTER
      NULLS CAST END""");

  private Keywords() {}

  private static List<String> words(String text) {
    return List.of(text.split("\\s+"));
  }

  /** Returns a word as keywords are compared: SQLite folds the case of ASCII letters only. */
  static String upper(String word) {
    char[] letters = word.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      boolean lower = letters[i] >= 'a' && letters[i] <= 'z';
      letters[i] = lower ? (char) (letters[i] - 'a' + 'A') : letters[i];
    }
    return new String(letters);
  }

  /** Takes a word in upper case. */
  static boolean isReserved(String word) {
    return RESERVED.contains(word);
  }

  /** Takes a word in upper case. */
  static boolean isJoin(String word) {
    return JOINS.contains(word);
  }

  /** Returns the keywords that a misspelt word may have meant. */
  public static List<String> common() {
    return Stream.concat(RESERVED.stream(), COMMON.stream()).sorted().toList();
  }
}
