package dev.litmus.runtime;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns for generated code. Every value is exactly what SQLite stores, or the read fails with an
 * {@link SQLDataException} that names the column: NULL for a primitive, a number out of range, another storage class.
 * Columns count from 1.
 */
public final class Columns {

  private Columns() {}

  /**
   * Reads a column that must not be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value
   * @throws SQLException when the value is NULL or no int
   */
  public static int requireInt(ResultSet row, int column) throws SQLException {
    int value = row.getInt(column);
    if (value == 0) {
      refuseNull(row, column);
    }
    return value;
  }

  /**
   * Reads a column that must not be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value
   * @throws SQLException when the value is NULL or no long
   */
  public static long requireLong(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    if (value == 0) {
      refuseNull(row, column);
    }
    return value;
  }

  /**
   * Reads a column that must not be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value
   * @throws SQLException when the value is NULL or no number
   */
  public static double requireDouble(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    if (value == 0) {
      refuseNull(row, column);
    }
    return value;
  }

  /**
   * Reads a column that must not be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return true for 1, false for 0
   * @throws SQLException when the value is anything else
   */
  public static boolean requireBoolean(ResultSet row, int column) throws SQLException {
    boolean value = row.getBoolean(column);
    if (!value) {
      refuseNull(row, column);
    }
    return value;
  }

  /**
   * Reads a column that may be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value, or null
   * @throws SQLException when the value is no int
   */
  public static @Nullable Integer getInteger(ResultSet row, int column) throws SQLException {
    int value = row.getInt(column);
    return (value == 0 && row.wasNull()) ? null : (Integer) value;
  }

  /**
   * Reads a column that may be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value, or null
   * @throws SQLException when the value is no long
   */
  public static @Nullable Long getLong(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return (value == 0 && row.wasNull()) ? null : (Long) value;
  }

  /**
   * Reads a column that may be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value, or null
   * @throws SQLException when the value is no number
   */
  public static @Nullable Double getDouble(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return (value == 0 && row.wasNull()) ? null : (Double) value;
  }

  /**
   * Reads a column that may be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return true for 1, false for 0, or null
   * @throws SQLException when the value is anything else
   */
  public static @Nullable Boolean getBoolean(ResultSet row, int column) throws SQLException {
    boolean value = row.getBoolean(column);
    return (!value && row.wasNull()) ? null : (Boolean) value;
  }

  /**
   * Reads a column that must not be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value
   * @throws SQLException when the value is NULL or no byte
   */
  public static byte requireByte(ResultSet row, int column) throws SQLException {
    return (byte) inRange(row, column, requireInt(row, column), Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /**
   * Reads a column that must not be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value
   * @throws SQLException when the value is NULL or no short
   */
  public static short requireShort(ResultSet row, int column) throws SQLException {
    return (short) inRange(row, column, requireInt(row, column), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /**
   * Reads a column that must not be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value
   * @throws SQLException when the value is NULL or no float
   */
  public static float requireFloat(ResultSet row, int column) throws SQLException {
    return narrow(row, column, requireDouble(row, column));
  }

  /**
   * Reads a column that may be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value, or null
   * @throws SQLException when the value is no byte
   */
  public static @Nullable Byte getByte(ResultSet row, int column) throws SQLException {
    Integer value = getInteger(row, column);
    return value == null
        ? null
        : (Byte) (byte) inRange(row, column, value, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /**
   * Reads a column that may be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value, or null
   * @throws SQLException when the value is no short
   */
  public static @Nullable Short getShort(ResultSet row, int column) throws SQLException {
    Integer value = getInteger(row, column);
    return value == null
        ? null
        : (Short) (short) inRange(row, column, value, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /**
   * Reads a column that may be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value, or null
   * @throws SQLException when the value is no number, or too large for a float
   */
  public static @Nullable Float getFloat(ResultSet row, int column) throws SQLException {
    Double value = getDouble(row, column);
    return value == null ? null : (Float) narrow(row, column, value);
  }

  /**
   * Reads a column that may be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value, or null
   * @throws SQLException when the value is no integer
   */
  public static @Nullable BigInteger getBigInteger(ResultSet row, int column) throws SQLException {
    Long value = getLong(row, column);
    return value == null ? null : BigInteger.valueOf(value);
  }

  /**
   * Reads a column that may be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the milliseconds, or null
   * @throws SQLException when the value is no integer
   */
  public static @Nullable Duration getDuration(ResultSet row, int column) throws SQLException {
    Long value = getLong(row, column);
    return value == null ? null : Duration.ofMillis(value);
  }

  /**
   * Reads a column that may be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value, empty for NULL
   * @throws SQLException when the value is no int
   */
  public static OptionalInt getOptionalInt(ResultSet row, int column) throws SQLException {
    int value = row.getInt(column);
    return value == 0 && row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /**
   * Reads a column that may be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value, empty for NULL
   * @throws SQLException when the value is no long
   */
  public static OptionalLong getOptionalLong(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return value == 0 && row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /**
   * Reads a column that may be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the value, empty for NULL
   * @throws SQLException when the value is no number
   */
  public static OptionalDouble getOptionalDouble(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return value == 0 && row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * Tells whether a row has nothing in some of its columns: the joined side of an outer join that found nothing.
   *
   * @param row on a row
   * @param columns their numbers, from 1
   * @return true when all of them are NULL
   * @throws SQLException when the row cannot be read
   */
  public static boolean areNull(ResultSet row, int... columns) throws SQLException {
    for (int column : columns) {
      if (row.getObject(column) != null) {
        return false;
      }
    }
    return true;
  }

  /**
   * Refuses NULL where there is no place for it.
   *
   * @param row on a row
   * @param column the number of the column, from 1
   * @param value what was read of it
   * @param <T> its type
   * @return the same value
   * @throws SQLException when it is null
   */
  public static <T> T require(ResultSet row, int column, @Nullable T value) throws SQLException {
    if (value == null) {
      throw wrong(row, column, "is NULL, where the result has no place for it", null);
    }
    return value;
  }

  private static int inRange(ResultSet row, int column, int value, int least, int most)
      throws SQLException {
    if (value < least || value > most) {
      throw wrong(row, column, "is " + value + ", outside " + least + " to " + most, null);
    }
    return value;
  }

  private static float narrow(ResultSet row, int column, double value) throws SQLException {
    float narrowed = (float) value;
    if (Float.isInfinite(narrowed) && !Double.isInfinite(value)) {
      throw wrong(row, column, "is " + value + ", which does not fit a float", null);
    }
    return narrowed;
  }

  private static void refuseNull(ResultSet row, int column) throws SQLException {
    if (row.wasNull()) {
      throw wrong(row, column, "is NULL, where the result has no place for it", null);
    }
  }

  /** Returns the failure of a column's value; {@code what} continues a sentence that begins with the column. */
  static SQLDataException wrong(ResultSet row, int column, String what, @Nullable Exception cause)
      throws SQLException {
    SQLDataException failure = new SQLDataException(label(row, column) + what);
    if (cause != null) {
      failure.initCause(cause);
    }
    return failure;
  }

  static String label(ResultSet row, int column) throws SQLException {
    return "column `" + row.getMetaData().getColumnLabel(column) + "` ";
  }
}
