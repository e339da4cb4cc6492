package dev.litmus.processor.analysis;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
    SYNTAX("near \"(.*)\": syntax error|unrecognized token: \"(.*)\"|incomplete input()"),
    OTHER(".*?(?:(?::\\s*|function )(\\S+?))?(?:\\(\\))?");

    private final Pattern pattern;

    Kind(String pattern) {
      this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
    }
  }

  /** The driver writes {@code [SQLITE_ERROR] SQL error or missing database (no such table: x)}. */
  private static final Pattern DRIVER =
      Pattern.compile("\\[[A-Z_]+]\\s[^(]*\\((.*)\\)", Pattern.DOTALL);

  static Refusal of(SQLException e) {
    String message = String.valueOf(e.getMessage());
    Matcher driver = DRIVER.matcher(message);
    String words = driver.matches() ? driver.group(1) : message;
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

  /** The part before it: {@code o} of {@code o.total}. */
  Optional<String> qualifier() {
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.of(name.substring(name.lastIndexOf('.', dot - 1) + 1, dot));
  }

  boolean is(Kind other, String otherName) {
    return kind == other
        && name.toLowerCase(Locale.ROOT).equals(otherName.toLowerCase(Locale.ROOT));
  }
}
