package dev.litmus.runtime;

import java.math.BigInteger;
import java.sql.SQLDataException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The numbers as which values are stored that SQLite has no type for. For generated code; {@link Columns} reads them again.
 * A null stays null.
 */
public final class NumberValues {

  private static final int LONG_BITS = 63;

  private NumberValues() {}

  /**
   * Returns a duration in milliseconds.
   *
   * @param value whole milliseconds that fit a long, or null
   * @return the milliseconds, or null
   * @throws SQLDataException when it cannot be written without loss
   */
  public static @Nullable Long of(@Nullable Duration value) throws SQLDataException {
    if (value == null) {
      return null;
    }
    if (!value.truncatedTo(ChronoUnit.MILLIS).equals(value)) {
      throw new SQLDataException(
          "a duration is finer than a millisecond; truncate it with truncatedTo(ChronoUnit.MILLIS)");
    }
    try {
      return value.toMillis();
    } catch (ArithmeticException e) {
      throw new SQLDataException("a duration is too long for its milliseconds to fit a long");
    }
  }

  /**
   * Returns an integer of any size as one of SQLite's.
   *
   * @param value one that fits a long, or null
   * @return the same number, or null
   * @throws SQLDataException when it does not fit: SQLite has no larger integers
   */
  public static @Nullable Long of(@Nullable BigInteger value) throws SQLDataException {
    if (value == null) {
      return null;
    }
    if (value.bitLength() > LONG_BITS) {
      throw new RefusedValueException(
          "an integer does not fit 64 bits, the most that SQLite has",
          "Use BigDecimal and a TEXT column for larger ones");
    }
    return value.longValue();
  }

  /**
   * Returns a number that may be missing.
   *
   * @param value the number, or empty
   * @return the number, or null
   */
  public static @Nullable Integer of(OptionalInt value) {
    return value.isPresent() ? (Integer) value.getAsInt() : null;
  }

  /**
   * Returns a number that may be missing.
   *
   * @param value the number, or empty
   * @return the number, or null
   */
  public static @Nullable Long of(OptionalLong value) {
    return value.isPresent() ? (Long) value.getAsLong() : null;
  }

  /**
   * Returns a number that may be missing.
   *
   * @param value the number, or empty
   * @return the number, or null
   */
  public static @Nullable Double of(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  /** Returns the number of a value whose type is known only now; null for a type that is not stored as one of these. */
  static @Nullable Number find(Object value) throws SQLDataException {
    if (value instanceof BigInteger number) {
      return of(number);
    }
    return value instanceof Duration duration ? of(duration) : null;
  }
}
