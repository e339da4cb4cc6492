package dev.litmus.runtime.internal.statement;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the user's values out of what SQLite says when a statement runs, and leaves the names of the schema. Some of its
 * sentences quote what it was given: FTS5 the query, the JSON functions the path. Known sentences lose what they quote,
 * whatever it is. Of a sentence that is not known, everything in quotes and every bound text of at least
 * {@value #LEAST} characters goes. What prepares is never masked: values are not bound yet.
 */
final class ValueMask {

  private static final String MASK = "…";
  private static final int LEAST = 3;
  private static final int ERROR = 1;
  private static final int CONSTRAINT = 19;
  private static final int CONSTRAINT_TRIGGER = 1811;

  /** Sentences without any value, which a bound text could only resemble by chance. */
  private static final Set<String> FIXED = Set.of(
      "SQL logic error",
      "attempt to write a readonly database",
      "database disk image is malformed",
      "database is locked",
      "database or disk is full",
      "database schema has changed",
      "database table is locked",
      "datatype mismatch",
      "disk I/O error",
      "file is not a database",
      "integer overflow",
      "interrupted",
      "malformed JSON",
      "out of memory",
      "string or blob too big",
      "unable to open database file",
      "unterminated string");

  /** Beginnings of sentences that a value follows; a quote or bracket at the end is closed again. */
  private static final List<String> BEFORE_VALUE = List.of(
      "fts5: syntax error near \"",
      "expected integer, got \"",
      "unknown special query: ",
      "parse error in rank function: ",
      "malformed MATCH expression: [",
      "unrecognized matchinfo request: ",
      "unknown tokenizer: ",
      "bad JSON path: '",
      "JSON path error near '",
      "not an array element: '",
      "unknown database '",
      "unable to open database: ");

  private static final Pattern MISSING = Pattern.compile("(no such (\\w+): )(.+)", Pattern.DOTALL);

  /** From the first quote to the last of its kind: a value can hold quotes itself. */
  private static final Pattern QUOTED = Pattern.compile("\"(.*)\"|'(.*)'|\\[(.*)]", Pattern.DOTALL);

  private ValueMask() {}

  /**
   * Returns the words without values.
   *
   * @param code the extended result code
   * @param words SQLite's message
   * @param texts what is bound as text
   */
  static String mask(int code, String words, List<String> texts) {
    boolean ofSchema = (code & 0xff) == CONSTRAINT && code != CONSTRAINT_TRIGGER;
    if (ofSchema || FIXED.contains(words)) {
      return words;
    }
    for (String start : BEFORE_VALUE) {
      if (words.startsWith(start)) {
        return start + MASK + closing(start.charAt(start.length() - 1));
      }
    }
    Matcher missing = MISSING.matcher(words);
    if (missing.matches()) {
      return isValue(missing.group(2), missing.group(3), texts) ? missing.group(1) + MASK : words;
    }
    return withoutTexts(code == ERROR ? withoutQuoted(words) : words, texts);
  }

  private static String closing(char open) {
    return switch (open) {
      case '"', '\'' -> String.valueOf(open);
      case '[' -> "]";
      default -> "";
    };
  }

  /**
   * Whether the name that is missing came out of a value: FTS5 takes {@code word:} in a query for a column, and a
   * rank function is named by text; pragmas and DETACH take the whole text as a name. FTS5 reads the columns of a content
   * table as {@code T.column}.
   */
  private static boolean isValue(String what, String name, List<String> texts) {
    boolean within = what.equals("column") || what.equals("function");
    String wanted = name.toLowerCase(Locale.ROOT);
    for (String text : texts) {
      String given = text.toLowerCase(Locale.ROOT);
      if (within ? given.contains(wanted) : given.equals(wanted)) {
        return true;
      }
    }
    return what.equals("column") && !name.startsWith("T.");
  }

  private static String withoutQuoted(String words) {
    return QUOTED.matcher(words).replaceAll(quoted -> {
      char open = quoted.group().charAt(0);
      return open + MASK + closing(open);
    });
  }

  private static String withoutTexts(String words, List<String> texts) {
    String masked = words;
    for (String text : texts.stream()
        .filter(text -> text.length() >= LEAST)
        .sorted(Comparator.comparing(String::length).reversed())
        .toList()) {
      masked = masked.replace(text, MASK);
    }
    return masked;
  }
}
