package dev.litmus.runtime;

import java.sql.SQLDataException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Instants as text that sorts by time: {@code 2026-01-02T23:00:00.000Z}, always 24 characters, UTC, milliseconds. In SQL
 * the same is {@code strftime('%Y-%m-%dT%H:%M:%fZ', 'now')}.
 */
public final class Timestamps {

  private static final String TEMPLATE = "0000-00-00T00:00:00.000Z";
  private static final String SQLITE_TEMPLATE = "0000-00-00 00:00:00";
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant TOO_LATE = Instant.parse("+10000-01-01T00:00:00Z");
  private static final int NANOS_PER_MILLI = 1_000_000;

  private Timestamps() {}

  /**
   * Formats an instant for the database.
   *
   * @param instant in the years 0000 to 9999, whole milliseconds; or null
   * @return 24 characters, or null
   * @throws SQLDataException when the instant cannot be written without loss
   */
  public static @Nullable String format(@Nullable Instant instant) throws SQLDataException {
    if (instant == null) {
      return null;
    }
    if (instant.isBefore(EARLIEST) || !instant.isBefore(TOO_LATE)) {
      throw new SQLDataException("an instant is outside the years 0000 to 9999");
    }
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    if (time.getNano() % NANOS_PER_MILLI != 0) {
      throw new SQLDataException(
          "an instant is finer than a millisecond; truncate it with truncatedTo(ChronoUnit.MILLIS)");
    }
    char[] text = TEMPLATE.toCharArray();
    put(text, 0, 4, time.getYear());
    put(text, 5, 7, time.getMonthValue());
    put(text, 8, 10, time.getDayOfMonth());
    put(text, 11, 13, time.getHour());
    put(text, 14, 16, time.getMinute());
    put(text, 17, 19, time.getSecond());
    put(text, 20, 23, time.getNano() / NANOS_PER_MILLI);
    return new String(text);
  }

  private static void put(char[] text, int from, int to, int number) {
    int rest = number;
    for (int place = to - 1; place >= from; place--) {
      text[place] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /**
   * Reads what {@link #format} writes, and what {@code datetime('now')} writes, {@code 2026-01-02 23:00:00}, as UTC.
   *
   * @param text one of the two forms, or null
   * @return the instant, or null
   * @throws SQLDataException when the text is anything else
   */
  public static @Nullable Instant parse(@Nullable String text) throws SQLDataException {
    if (text == null) {
      return null;
    }
    boolean fixed = matches(text, TEMPLATE);
    if (!fixed && !matches(text, SQLITE_TEMPLATE)) {
      throw malformed(null);
    }
    try {
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19),
              fixed ? number(text, 20, 23) * NANOS_PER_MILLI : 0)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw malformed(e);
    }
  }

  private static boolean matches(String text, String template) {
    if (text.length() != template.length()) {
      return false;
    }
    for (int place = 0; place < text.length(); place++) {
      char c = text.charAt(place);
      boolean fits =
          template.charAt(place) == '0' ? c >= '0' && c <= '9' : c == template.charAt(place);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static SQLDataException malformed(@Nullable DateTimeException cause) {
    SQLDataException e = new SQLDataException(
        "is no timestamp of the form 2026-01-02T23:00:00.000Z or 2026-01-02 23:00:00");
    if (cause != null) {
      e.initCause(cause);
    }
    return e;
  }
}
