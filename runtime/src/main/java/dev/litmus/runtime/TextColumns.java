package dev.litmus.runtime;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads, for generated code, values that are stored as text. What the text does not say exactly is a
 * {@link SQLDataException} that names the column and not the text. NULL is null; columns count from 1.
 */
public final class TextColumns {

  /** Longer ones are not numbers that anybody meant, and take long to read. */
  private static final int LONGEST_NUMBER = 10_000;

  private static final Pattern UUID_TEXT =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final int UUID_BYTES = 16;
  private static final String DATE = "0000-00-00";
  private static final String TIME = "00:00:00.000";
  private static final String SQLITE_TIME = "00:00:00";

  private TextColumns() {}

  /**
   * Reads a timestamp, see {@link Timestamps#parse}.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the instant, or null
   * @throws SQLException when the value is no timestamp
   */
  public static @Nullable Instant getInstant(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    try {
      return Timestamps.parse(text);
    } catch (SQLDataException e) {
      throw Columns.wrong(row, column, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Reads a date.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the date, or null
   * @throws SQLException when the value is no text of the form {@code 2026-01-02}
   */
  public static @Nullable LocalDate getLocalDate(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      return null;
    }
    String wrong = "is no date of the form 2026-01-02";
    if (!TimeText.matches(text, DATE)) {
      throw Columns.wrong(row, column, wrong, null);
    }
    try {
      return LocalDate.of(
          TimeText.number(text, 0, 4), TimeText.number(text, 5, 7), TimeText.number(text, 8, 10));
    } catch (DateTimeException e) {
      throw Columns.wrong(row, column, wrong, e);
    }
  }

  /**
   * Reads a date and time without a zone.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the date and time, or null
   * @throws SQLException when the value is no text of the forms {@code 2026-01-02T23:00:00.000} and {@code 2026-01-02
   *     23:00:00}
   */
  public static @Nullable LocalDateTime getLocalDateTime(ResultSet row, int column)
      throws SQLException {
    String text = row.getString(column);
    try {
      return text == null ? null : Timestamps.parseLocal(text);
    } catch (SQLDataException e) {
      throw Columns.wrong(row, column, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Reads a time of day.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the time, or null
   * @throws SQLException when the value is no text of the forms {@code 23:00:00.000} and {@code 23:00:00}
   */
  public static @Nullable LocalTime getLocalTime(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      return null;
    }
    String wrong = "is no time of the form 23:00:00.000 or 23:00:00";
    boolean fixed = TimeText.matches(text, TIME);
    if (!fixed && !TimeText.matches(text, SQLITE_TIME)) {
      throw Columns.wrong(row, column, wrong, null);
    }
    try {
      return LocalTime.of(
          TimeText.number(text, 0, 2),
          TimeText.number(text, 3, 5),
          TimeText.number(text, 6, 8),
          fixed ? TimeText.number(text, 9, 12) * TimeText.NANOS_PER_MILLI : 0);
    } catch (DateTimeException e) {
      throw Columns.wrong(row, column, wrong, e);
    }
  }

  /**
   * Reads a decimal number, whether it is stored as text or as a number.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the number, exactly as its text; of a REAL the shortest that means it; or null
   * @throws SQLException when the value is no number
   */
  public static @Nullable BigDecimal getBigDecimal(ResultSet row, int column) throws SQLException {
    Object value = row.getObject(column);
    if (value instanceof Double number && Double.isFinite(number)) {
      return BigDecimal.valueOf(number);
    }
    String text = row.getString(column);
    if (text == null) {
      return null;
    }
    if (text.length() <= LONGEST_NUMBER) {
      try {
        return new BigDecimal(text);
      } catch (NumberFormatException e) {
        throw Columns.wrong(row, column, "is no decimal number", null);
      }
    }
    throw Columns.wrong(row, column, "is no decimal number", null);
  }

  /**
   * Reads a UUID, whether it is stored as text or as 16 bytes.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the UUID, or null
   * @throws SQLException when the value is neither 36 characters of the usual form nor 16 bytes
   */
  public static @Nullable UUID getUuid(ResultSet row, int column) throws SQLException {
    Object value = row.getObject(column);
    if (value == null) {
      return null;
    }
    if (value instanceof String text && UUID_TEXT.matcher(text).matches()) {
      return UUID.fromString(text);
    }
    if (value instanceof byte[] bytes && bytes.length == UUID_BYTES) {
      ByteBuffer halves = ByteBuffer.wrap(bytes);
      return new UUID(halves.getLong(), halves.getLong());
    }
    throw Columns.wrong(row, column, "is no UUID, 36 characters or 16 bytes", null);
  }

  /**
   * Reads a URI.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the URI, or null
   * @throws SQLException when the text is none
   */
  public static @Nullable URI getUri(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    try {
      return text == null ? null : new URI(text);
    } catch (URISyntaxException e) {
      throw Columns.wrong(row, column, "is no URI", null);
    }
  }

  /**
   * Reads a path of this system's files.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the path, or null
   * @throws SQLException when the text is none
   */
  public static @Nullable Path getPath(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    try {
      return text == null ? null : Path.of(text);
    } catch (InvalidPathException e) {
      throw Columns.wrong(row, column, "is no path of this system", null);
    }
  }

  /**
   * Reads an enum's constant by its name.
   *
   * @param row on a row
   * @param column its number, from 1
   * @param type the enum
   * @param <E> the enum
   * @return the constant, or null
   * @throws SQLException when the text is the name of none; the message lists them
   */
  public static <E extends Enum<E>> @Nullable E getEnum(ResultSet row, int column, Class<E> type)
      throws SQLException {
    String text = row.getString(column);
    try {
      return text == null ? null : Enum.valueOf(type, text);
    } catch (IllegalArgumentException e) {
      throw Columns.wrong(
          row,
          column,
          "is no constant of " + type.getSimpleName() + ": "
              + Arrays.toString(type.getEnumConstants()),
          null);
    }
  }
}
