package dev.litmus.runtime.internal.driver;

import dev.litmus.runtime.function.FunctionCall;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.Codes;

/** Reads arguments as strictly as columns are read, and refuses results that SQLite would change silently. */
final class DriverCall implements FunctionCall {

  /** The values of one call, which the driver hands out to its own subclasses only. */
  interface Source {

    /** Returns SQLite's number of the storage class. */
    int type(int argument) throws SQLException;

    /** Returns a Long, Double, String or byte[]; null for NULL. */
    @Nullable
    Object value(int argument) throws SQLException;

    /** Returns a number as SQLite writes it. */
    String asText(int argument) throws SQLException;

    /** Sets the result: a Long, Double, String or byte[]. */
    void give(Object value) throws SQLException;
  }

  private final Source source;

  DriverCall(Source source) {
    this.source = source;
  }

  @Override
  public boolean isNull(int argument) throws SQLException {
    return source.type(argument) == Codes.SQLITE_NULL;
  }

  @Override
  public String getString(int argument) throws SQLException {
    Object value = source.value(argument);
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Number) {
      return source.asText(argument);
    }
    throw wrong(argument, value, "text");
  }

  @Override
  public int getInt(int argument) throws SQLException {
    long value = getLong(argument);
    if (value != (int) value) {
      throw new RefusedCallException(called(argument) + " does not fit an int");
    }
    return (int) value;
  }

  @Override
  public long getLong(int argument) throws SQLException {
    Object value = source.value(argument);
    if (value instanceof Long number) {
      return number;
    }
    if (value instanceof Double number && isIntegral(number)) {
      return number.longValue();
    }
    throw wrong(argument, value, "an integer");
  }

  @Override
  public double getDouble(int argument) throws SQLException {
    Object value = source.value(argument);
    if (value instanceof Double number) {
      return number;
    }
    if (value instanceof Long number) {
      double real = number;
      if (!isIntegral(real) || (long) real != number) {
        throw new RefusedCallException(
            called(argument) + " is an integer that no double is equal to");
      }
      return real;
    }
    throw wrong(argument, value, "a number");
  }

  @Override
  public boolean getBoolean(int argument) throws SQLException {
    Object value = source.value(argument);
    if (value instanceof Long number && (number == 0 || number == 1)) {
      return number == 1;
    }
    throw wrong(argument, value, "a boolean, 0 or 1");
  }

  @Override
  public byte[] getBytes(int argument) throws SQLException {
    Object value = source.value(argument);
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    throw wrong(argument, value, "a blob");
  }

  @Override
  public void result(String value) throws SQLException {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw new RefusedCallException("the result holds half of a character (an unpaired surrogate),"
          + " which SQLite would store as `?`");
    }
    source.give(value);
  }

  @Override
  public void result(long value) throws SQLException {
    source.give(value);
  }

  @Override
  public void result(double value) throws SQLException {
    if (Double.isNaN(value)) {
      throw new RefusedCallException("the result is NaN, which SQLite would store as NULL");
    }
    source.give(value);
  }

  @Override
  public void result(boolean value) throws SQLException {
    result(value ? 1L : 0L);
  }

  @Override
  public void result(byte[] value) throws SQLException {
    source.give(value);
  }

  /** Whether a REAL is a whole number that a long holds exactly; 2^63 itself is the first that it does not. */
  private static boolean isIntegral(double value) {
    return value == Math.rint(value) && value >= -0x1p63 && value < 0x1p63;
  }

  private static String called(int argument) {
    return "argument " + (argument + 1);
  }

  private static RefusedCallException wrong(int argument, @Nullable Object value, String wanted) {
    String found = value == null
        ? "NULL"
        : value instanceof String
            ? "text"
            : value instanceof Long
                ? "an integer"
                : value instanceof Double ? "a real number" : "a blob";
    return new RefusedCallException(called(argument) + " is " + found + " and not " + wanted);
  }
}
