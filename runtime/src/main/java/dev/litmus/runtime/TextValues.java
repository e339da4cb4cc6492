package dev.litmus.runtime;

import dev.litmus.runtime.search.SearchQuery;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLDataException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The text as which values are stored that SQLite has no type for. For generated code; {@link TextColumns} reads them again.
 * A null stays null.
 */
public final class TextValues {

  private static final String DATE = "0000-00-00";
  private static final String TIME = "00:00:00.000";

  private TextValues() {}

  /**
   * Returns a timestamp, see {@link Timestamps#format}.
   *
   * @param value whole milliseconds in the years 0000 to 9999, or null
   * @return {@code 2026-01-02T23:00:00.000Z}, or null
   * @throws SQLDataException when it cannot be written without loss
   */
  public static @Nullable String of(@Nullable Instant value) throws SQLDataException {
    return Timestamps.format(value);
  }

  /**
   * Returns a date.
   *
   * @param value in the years 0000 to 9999, or null
   * @return {@code 2026-01-02}, as SQLite's {@code date()}; or null
   * @throws SQLDataException for other years
   */
  public static @Nullable String of(@Nullable LocalDate value) throws SQLDataException {
    return value == null
        ? null
        : TimeText.write(
            DATE,
            TimeText.year(value.getYear(), "a date"),
            value.getMonthValue(),
            value.getDayOfMonth());
  }

  /**
   * Returns a date and time without a zone.
   *
   * @param value whole milliseconds in the years 0000 to 9999, or null
   * @return {@code 2026-01-02T23:00:00.000}, or null
   * @throws SQLDataException when it cannot be written without loss
   */
  public static @Nullable String of(@Nullable LocalDateTime value) throws SQLDataException {
    return value == null ? null : Timestamps.formatLocal(value);
  }

  /**
   * Returns a time of day.
   *
   * @param value whole milliseconds, or null
   * @return {@code 23:00:00.000}, or null
   * @throws SQLDataException when it is finer than a millisecond
   */
  public static @Nullable String of(@Nullable LocalTime value) throws SQLDataException {
    return value == null
        ? null
        : TimeText.write(
            TIME,
            value.getHour(),
            value.getMinute(),
            value.getSecond(),
            TimeText.millis(value.getNano(), "a time"));
  }

  /**
   * Returns a decimal number, exactly, its trailing zeros included. In a column of another affinity than TEXT or BLOB SQLite
   * makes a number of it that keeps some 15 digits.
   *
   * @param value any, or null
   * @return for example {@code 12.50}, or null
   */
  public static @Nullable String of(@Nullable BigDecimal value) {
    return value == null ? null : value.toString();
  }

  /**
   * Returns a UUID in its usual form. For 16 bytes instead see {@link UuidBytes}.
   *
   * @param value any, or null
   * @return 36 characters, lower case, or null
   */
  public static @Nullable String of(@Nullable UUID value) {
    return value == null ? null : value.toString();
  }

  /**
   * Returns a URI as it is written.
   *
   * @param value any, or null
   * @return its text, or null
   */
  public static @Nullable String of(@Nullable URI value) {
    return value == null ? null : value.toString();
  }

  /**
   * Returns a path as it is written, relative ones too.
   *
   * @param value a path of this system's files, or null
   * @return its text, or null
   */
  public static @Nullable String of(@Nullable Path value) {
    return value == null ? null : value.toString();
  }

  /**
   * Returns an enum's constant by its name.
   *
   * @param value any, or null
   * @return the name as declared, or null
   */
  public static @Nullable String of(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  /**
   * Returns a search for the right side of MATCH.
   *
   * @param value any, or null
   * @return FTS5's expression, or null
   */
  public static @Nullable String of(@Nullable SearchQuery value) {
    return value == null ? null : value.expression();
  }

  /** Returns the text of a value whose type is known only now; null for a type that is not stored as text. */
  static @Nullable String find(Object value) throws SQLDataException {
    if (value instanceof Instant instant) {
      return of(instant);
    }
    if (value instanceof LocalDate date) {
      return of(date);
    }
    if (value instanceof LocalDateTime time) {
      return of(time);
    }
    if (value instanceof LocalTime time) {
      return of(time);
    }
    if (value instanceof Enum<?> constant) {
      return of(constant);
    }
    if (value instanceof SearchQuery query) {
      return of(query);
    }
    boolean isWritten = value instanceof BigDecimal
        || value instanceof UUID
        || value instanceof URI
        || value instanceof Path;
    return isWritten ? value.toString() : null;
  }
}
