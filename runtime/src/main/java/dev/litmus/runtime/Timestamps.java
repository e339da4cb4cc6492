package dev.litmus.runtime;

import java.sql.SQLDataException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Instants as text that sorts by time: {@code 2026-01-02T23:00:00.000Z}, always 24 characters, UTC, milliseconds. In SQL
 * the same is {@code strftime('%Y-%m-%dT%H:%M:%fZ', 'now')}. Dates and times without a zone are written alike, without the
 * {@code Z}.
 */
public final class Timestamps {

  private static final String TEMPLATE = "0000-00-00T00:00:00.000Z";
  private static final String LOCAL_TEMPLATE = "0000-00-00T00:00:00.000";
  private static final String SQLITE_TEMPLATE = "0000-00-00 00:00:00";
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant TOO_LATE = Instant.parse("+10000-01-01T00:00:00Z");

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
    return write(TEMPLATE, LocalDateTime.ofInstant(instant, ZoneOffset.UTC), "an instant");
  }

  /** Formats a date and time without a zone: {@code 2026-01-02T23:00:00.000}. */
  static String formatLocal(LocalDateTime time) throws SQLDataException {
    return write(LOCAL_TEMPLATE, time, "a date and time");
  }

  private static String write(String template, LocalDateTime time, String what)
      throws SQLDataException {
    return TimeText.write(
        template,
        TimeText.year(time.getYear(), what),
        time.getMonthValue(),
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond(),
        TimeText.millis(time.getNano(), what));
  }

  /**
   * Reads what {@link #format} writes, and what {@code datetime('now')} writes, {@code 2026-01-02 23:00:00}, as UTC.
   *
   * @param text one of the two forms, or null
   * @return the instant, or null
   * @throws SQLDataException when the text is anything else
   */
  public static @Nullable Instant parse(@Nullable String text) throws SQLDataException {
    return text == null ? null : read(text, TEMPLATE).toInstant(ZoneOffset.UTC);
  }

  /** Reads a date and time without a zone, in its own form or in SQLite's. */
  static LocalDateTime parseLocal(String text) throws SQLDataException {
    return read(text, LOCAL_TEMPLATE);
  }

  private static LocalDateTime read(String text, String template) throws SQLDataException {
    boolean fixed = TimeText.matches(text, template);
    if (!fixed && !TimeText.matches(text, SQLITE_TEMPLATE)) {
      throw malformed(template, null);
    }
    try {
      return LocalDateTime.of(
          TimeText.number(text, 0, 4),
          TimeText.number(text, 5, 7),
          TimeText.number(text, 8, 10),
          TimeText.number(text, 11, 13),
          TimeText.number(text, 14, 16),
          TimeText.number(text, 17, 19),
          fixed ? TimeText.number(text, 20, 23) * TimeText.NANOS_PER_MILLI : 0);
    } catch (DateTimeException e) {
      throw malformed(template, e);
    }
  }

  private static SQLDataException malformed(String template, @Nullable DateTimeException cause) {
    String zone = template.endsWith("Z") ? "Z" : "";
    return TimeText.malformed(
        "no timestamp of the form 2026-01-02T23:00:00.000" + zone + " or 2026-01-02 23:00:00",
        cause);
  }
}
