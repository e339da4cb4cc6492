package dev.litmus.processor.analysis;

import dev.litmus.processor.schema.EngineWords;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Why SQLite does not prepare a statement. The driver passes on the message alone, without the position, so the kinds
 * that we can explain better are told apart by their text (SQLite's {@code resolve.c}, {@code build.c}, {@code
 * tokenize.c}).
 *
 * @param kind what it is about
 * @param name the name it is about; empty for kinds without one
 * @param words SQLite's own words
 */
record Refusal(Kind kind, String name, String words) {

  enum Kind {
    TABLE("no such table: (.+)"),
    COLUMN("no such column: (.+)"),
    INSERTED_COLUMN("table (.+) has no column named (.+)"),
    AMBIGUOUS("ambiguous column name: (.+)"),
    FUNCTION("no such function: (.+)"),
    ARGUMENTS("wrong number of arguments to function (.+)\\(\\)"),
    AGGREGATE(
        "misuse of (?:aggregate|aggregate function|window function|aliased aggregate):? (\\S+?)(?:\\(\\))?"),
    GROUPED_AGGREGATE("aggregate functions are not allowed in the GROUP BY clause()"),
    VALUES(
        "table .+ has \\d+ columns but \\d+ values were supplied()|\\d+ values for \\d+ columns()"),
    SYNTAX("near \"(.*)\": syntax error|unrecognized token: \"(.*)\"|incomplete input()"),
    OTHER(".*?(?:(?::\\s*|function )(\\S+?))?(?:\\(\\))?");

    private final Pattern pattern;

    Kind(String pattern) {
      this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
    }
  }

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  static Refusal of(SQLException e) {
    String words = EngineWords.of(e);
    for (Kind kind : Kind.values()) {
      Matcher matcher = kind.pattern.matcher(words);
      if (matcher.matches()) {
        return new Refusal(kind, name(matcher), words);
      }
    }
    return new Refusal(Kind.OTHER, "", words);
  }

  /** The groups that took part: one name, or a table and its column. */
  private static String name(Matcher matcher) {
    return IntStream.rangeClosed(1, matcher.groupCount())
        .mapToObj(matcher::group)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("."));
  }

  /** The last part of {@code main.orders} or {@code o.total}. */
  String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  boolean isOf(String otherName) {
    return name.toLowerCase(Locale.ROOT).equals(otherName.toLowerCase(Locale.ROOT));
  }

  /** Returns the numbers in SQLite's words, in order. */
  List<Integer> numbers() {
    return NUMBER.matcher(words).results().map(r -> Integer.valueOf(r.group())).toList();
  }

  /** Returns SQLite's words as messages show them. */
  String note() {
    return "SQLite says: " + words.strip();
  }
}
