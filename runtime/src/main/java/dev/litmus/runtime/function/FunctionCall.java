package dev.litmus.runtime.function;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One call of a function: its arguments, numbered from 0, and the place for its result. Works only while the call lasts, on
 * its thread. Arguments are read as strictly as columns: a number is read only from what is that number.
 */
public interface FunctionCall {

  /**
   * Tells whether an argument is NULL.
   *
   * @param argument from 0
   * @return true for NULL
   * @throws SQLException when there is no such argument
   */
  boolean isNull(int argument) throws SQLException;

  /**
   * Returns a text, or a number as text.
   *
   * @param argument from 0, not NULL
   * @return the text
   * @throws SQLException when it is a blob
   */
  String getString(int argument) throws SQLException;

  /**
   * Returns an integer.
   *
   * @param argument from 0, not NULL
   * @return the number
   * @throws SQLException when it is anything else, or does not fit
   */
  int getInt(int argument) throws SQLException;

  /**
   * Returns an integer.
   *
   * @param argument from 0, not NULL
   * @return the number
   * @throws SQLException when it is anything else
   */
  long getLong(int argument) throws SQLException;

  /**
   * Returns a number.
   *
   * @param argument from 0, not NULL
   * @return the number
   * @throws SQLException when it is anything else, or an integer that no double is equal to
   */
  double getDouble(int argument) throws SQLException;

  /**
   * Returns whether an integer is 1.
   *
   * @param argument from 0, not NULL
   * @return false for 0
   * @throws SQLException when it is neither 0 nor 1
   */
  boolean getBoolean(int argument) throws SQLException;

  /**
   * Returns a blob.
   *
   * @param argument from 0, not NULL
   * @return its bytes
   * @throws SQLException when it is anything else
   */
  byte[] getBytes(int argument) throws SQLException;

  /**
   * Sets the result.
   *
   * @param value stored as it is
   * @throws SQLException when it holds half of a character, an unpaired surrogate
   */
  void result(String value) throws SQLException;

  /**
   * Sets the result.
   *
   * @param value stored as an integer
   * @throws SQLException when the call is over
   */
  void result(long value) throws SQLException;

  /**
   * Sets the result.
   *
   * @param value stored as a real number
   * @throws SQLException when it is NaN, which SQLite has no room for
   */
  void result(double value) throws SQLException;

  /**
   * Sets the result.
   *
   * @param value stored as 1 or 0
   * @throws SQLException when the call is over
   */
  void result(boolean value) throws SQLException;

  /**
   * Sets the result.
   *
   * @param value stored as a blob
   * @throws SQLException when the call is over
   */
  void result(byte[] value) throws SQLException;

  /**
   * Sets the result of a method that may return null.
   *
   * @param value null for NULL, or of a type for which there is a method above
   * @throws SQLException as these do
   */
  default void resultOrNull(@Nullable Object value) throws SQLException {
    if (value instanceof String text) {
      result(text);
    } else if (value instanceof byte[] bytes) {
      result(bytes);
    } else if (value instanceof Boolean bool) {
      result(bool.booleanValue());
    } else if (value instanceof Double number) {
      result(number.doubleValue());
    } else if (value instanceof Number number) {
      result(number.longValue());
    }
  }
}
