package dev.litmus.runtime;

import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
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
   * Reads a timestamp that may be NULL.
   *
   * @param row on a row
   * @param column its number, from 1
   * @return the instant, or null
   * @throws SQLException when the value is no timestamp, see {@link Timestamps#parse}
   */
  public static @Nullable Instant getInstant(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    try {
      return Timestamps.parse(text);
    } catch (SQLDataException e) {
      SQLDataException named = new SQLDataException(label(row, column) + e.getMessage());
      named.initCause(e);
      throw named;
    }
  }

  private static void refuseNull(ResultSet row, int column) throws SQLException {
    if (row.wasNull()) {
      throw new SQLDataException(
          label(row, column) + "is NULL, where the result has no place for it");
    }
  }

  private static String label(ResultSet row, int column) throws SQLException {
    return "column `" + row.getMetaData().getColumnLabel(column) + "` ";
  }
}
