package dev.litmus.runtime;

import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Calls converters for generated code: never with null, and their failures say where. */
public final class Conversions {

  private Conversions() {}

  /**
   * Converts a value that is to be bound.
   *
   * @param converter how
   * @param value the value, or null
   * @param <J> the type in Java
   * @param <S> the type that is stored
   * @return what is to be bound, or null
   * @throws SQLDataException when the converter fails
   */
  public static <J, S> @Nullable S toColumn(ColumnConverter<J, S> converter, @Nullable J value)
      throws SQLDataException {
    if (value == null) {
      return null;
    }
    try {
      return converter.toColumn(value);
    } catch (RuntimeException e) {
      throw failed("a value cannot be stored", e);
    }
  }

  /**
   * Converts what was read.
   *
   * @param converter how
   * @param stored what was read, or null
   * @param row on the row it was read from
   * @param column the number of the column, from 1
   * @param <J> the type in Java
   * @param <S> the type that is stored
   * @return the value, or null
   * @throws SQLException when the converter fails
   */
  public static <J, S> @Nullable J fromColumn(
      ColumnConverter<J, S> converter, @Nullable S stored, ResultSet row, int column)
      throws SQLException {
    if (stored == null) {
      return null;
    }
    try {
      return converter.fromColumn(stored);
    } catch (RuntimeException e) {
      throw failed(Columns.label(row, column) + "cannot be converted", e);
    }
  }

  /** The converter's own words may hold the value: they stay in the cause. */
  private static SQLDataException failed(String what, RuntimeException e) {
    SQLDataException failure = new SQLDataException(what + ": " + e.getClass().getName());
    failure.initCause(e);
    return failure;
  }
}
