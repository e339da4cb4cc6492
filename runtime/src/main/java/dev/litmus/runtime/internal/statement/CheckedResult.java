package dev.litmus.runtime.internal.statement;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a {@link LeasedStatement}. Errors latch: the driver would run the query again from its first row. A closed
 * result throws: the driver would report no rows. Numbers are read only from what is that number: the driver would wrap
 * 9007199254740993 and read {@code abc} as 0.
 */
final class CheckedResult extends UnsupportedResult {

  private enum State {
    BEFORE,
    ROW,
    END,
    CLOSED
  }

  private final ResultSet driver;
  private final LeasedStatement statement;
  private State state = State.BEFORE;
  private @Nullable StatementFailure failure;
  private boolean wasNull;

  CheckedResult(ResultSet driver, LeasedStatement statement) {
    this.driver = driver;
    this.statement = statement;
  }

  @Override
  public boolean next() throws SQLException {
    checkOpen();
    if (state == State.END) {
      return false;
    }
    statement.checkUsable();
    return advance();
  }

  private boolean advance() throws SQLException {
    try {
      boolean found = driver.next();
      statement.completed();
      state = found ? State.ROW : State.END;
      if (found) {
        statement.countRow();
      }
      return found;
    } catch (SQLException e) {
      StatementFailure told = statement.fail(e);
      failure = told;
      throw told;
    }
  }

  @Override
  public int getInt(int column) throws SQLException {
    long value = getLong(column);
    if (value != (int) value) {
      throw wrong(column, "is " + value + ", which does not fit an int");
    }
    return (int) value;
  }

  @Override
  public long getLong(int column) throws SQLException {
    Object value = value(column);
    if (value instanceof Integer number) {
      return number;
    }
    if (value instanceof Long number) {
      return number;
    }
    if (value == null) {
      return 0;
    }
    if (value instanceof Double number && isIntegral(number)) {
      return number.longValue();
    }
    throw wrong(column, "is " + kind(value) + " and not an integer");
  }

  @Override
  public double getDouble(int column) throws SQLException {
    Object value = value(column);
    if (value == null) {
      return 0;
    }
    if (value instanceof Long number && !isExact(number)) {
      throw wrong(column, "is " + number + ", which no double is equal to");
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(column, "is " + kind(value) + " and not a number");
  }

  @Override
  public boolean getBoolean(int column) throws SQLException {
    Object value = value(column);
    if (value == null) {
      return false;
    }
    if (value instanceof Integer number && (number == 0 || number == 1)) {
      return number == 1;
    }
    String found = value instanceof Number ? value.toString() : kind(value);
    throw wrong(column, "is " + found + " and not a boolean, 0 or 1");
  }

  @Override
  public @Nullable String getString(int column) throws SQLException {
    Object value = value(column);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    if (value instanceof byte[]) {
      throw wrong(column, "is " + kind(value) + " and not text");
    }
    return value instanceof Double ? driver.getString(column) : value.toString();
  }

  @Override
  public byte @Nullable [] getBytes(int column) throws SQLException {
    Object value = value(column);
    if (value == null || value instanceof byte[]) {
      return (byte[]) value;
    }
    throw wrong(column, "is " + kind(value) + " and not a blob");
  }

  @Override
  public @Nullable Object getObject(int column) throws SQLException {
    return value(column);
  }

  @Override
  public boolean wasNull() throws SQLException {
    checkOpen();
    return wasNull;
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return driver.getMetaData();
  }

  @Override
  public boolean isClosed() {
    return state == State.CLOSED;
  }

  /** Ends the result; a change that returns rows is run to its end first. Does nothing the second time. */
  @Override
  public void close() throws SQLException {
    if (state == State.CLOSED) {
      return;
    }
    statement.checkOwner();
    try {
      while (state != State.END && statement.drains()) {
        advance();
      }
    } finally {
      state = State.CLOSED;
      closeDriver();
    }
  }

  /** Ends the result without reading the rest of it. Does nothing the second time. */
  void abandon() throws SQLException {
    if (state != State.CLOSED) {
      state = State.CLOSED;
      closeDriver();
    }
  }

  /** Whether there may be more rows. */
  boolean isOpen() {
    return state == State.BEFORE || state == State.ROW;
  }

  private void closeDriver() throws SQLException {
    try {
      driver.close();
    } catch (SQLException e) {
      throw statement.fail(e);
    }
  }

  private @Nullable Object value(int column) throws SQLException {
    checkOpen();
    statement.checkUsable();
    if (state != State.ROW) {
      throw new SQLNonTransientException("the result is not on a row");
    }
    Object value = driver.getObject(column);
    wasNull = value == null;
    return value;
  }

  private void checkOpen() throws SQLException {
    if (failure != null) {
      throw failure;
    }
    if (state == State.CLOSED) {
      throw new SQLNonTransientException("the result is closed");
    }
  }

  private SQLDataException wrong(int column, String what) throws SQLException {
    return new SQLDataException(
        "column `" + driver.getMetaData().getColumnLabel(column) + "` " + what);
  }

  /** Whether a REAL is a whole number that a long holds exactly; 2^63 itself is the first that it does not. */
  private static boolean isIntegral(double value) {
    return value == Math.rint(value) && value >= -0x1p63 && value < 0x1p63;
  }

  /** Whether a double is the same integer; 2^63 - 1 would come back as itself from the double 2^63. */
  private static boolean isExact(long value) {
    double real = value;
    return isIntegral(real) && (long) real == value;
  }

  private static String kind(Object value) {
    if (value instanceof String) {
      return "text";
    }
    if (value instanceof byte[]) {
      return "a blob";
    }
    return value instanceof Double ? "a real number" : "an integer";
  }
}
