package dev.litmus.runtime.internal.statement;

import dev.litmus.runtime.internal.driver.DriverStatement;
import dev.litmus.runtime.internal.driver.StorageClass;
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
    /** On the first row, which {@link #next} has not been asked for. */
    BEFORE,
    ROW,
    END,
    CLOSED
  }

  private final DriverStatement driver;
  private final LeasedStatement statement;
  private State state;
  private @Nullable StatementFailure failure;
  private boolean wasNull;

  /**
   * Wraps a run of a statement.
   *
   * @param found whether it is on a row
   */
  CheckedResult(DriverStatement driver, boolean found, LeasedStatement statement) {
    this.driver = driver;
    this.statement = statement;
    this.state = found ? State.BEFORE : State.END;
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
      boolean found = state == State.BEFORE || driver.next();
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
    StorageClass type = look(column);
    if (type == StorageClass.INTEGER) {
      return driver.integer();
    }
    if (type == StorageClass.NULL) {
      return 0;
    }
    if (type == StorageClass.REAL && isIntegral(driver.real())) {
      return (long) driver.real();
    }
    throw wrong(column, "is " + kind(type) + " and not an integer");
  }

  @Override
  public double getDouble(int column) throws SQLException {
    StorageClass type = look(column);
    if (type == StorageClass.REAL) {
      return driver.real();
    }
    if (type == StorageClass.NULL) {
      return 0;
    }
    if (type == StorageClass.INTEGER) {
      long value = driver.integer();
      if (!isExact(value)) {
        throw wrong(column, "is " + value + ", which no double is equal to");
      }
      return value;
    }
    throw wrong(column, "is " + kind(type) + " and not a number");
  }

  @Override
  public boolean getBoolean(int column) throws SQLException {
    StorageClass type = look(column);
    return switch (type) {
      case NULL -> false;
      case INTEGER -> isTrue(column, driver.integer());
      case REAL -> throw noBoolean(column, Double.toString(driver.real()));
      case TEXT, BLOB -> throw noBoolean(column, kind(type));
    };
  }

  private boolean isTrue(int column, long value) throws SQLException {
    if (value == 0 || value == 1) {
      return value == 1;
    }
    throw noBoolean(column, Long.toString(value));
  }

  private SQLDataException noBoolean(int column, String found) throws SQLException {
    return wrong(column, "is " + found + " and not a boolean, 0 or 1");
  }

  @Override
  public @Nullable String getString(int column) throws SQLException {
    checkRow();
    String text = driver.text(column);
    if (text == null && look(column) != StorageClass.NULL) {
      throw wrong(column, "is " + kind(StorageClass.BLOB) + " and not text");
    }
    wasNull = text == null;
    return text;
  }

  @Override
  public byte @Nullable [] getBytes(int column) throws SQLException {
    StorageClass type = look(column);
    if (type == StorageClass.BLOB) {
      return driver.blob(column);
    }
    if (type == StorageClass.NULL) {
      return null;
    }
    throw wrong(column, "is " + kind(type) + " and not a blob");
  }

  /** An {@link Integer} where it fits, and else a {@link Long}. */
  @Override
  public @Nullable Object getObject(int column) throws SQLException {
    return switch (look(column)) {
      case INTEGER -> boxed(driver.integer());
      case REAL -> driver.real();
      case TEXT -> driver.text(column);
      case BLOB -> driver.blob(column);
      case NULL -> null;
    };
  }

  private static Number boxed(long value) {
    if (value == (int) value) {
      return (int) value;
    }
    return value;
  }

  @Override
  public boolean wasNull() throws SQLException {
    checkOpen();
    return wasNull;
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return new ResultLabels(driver);
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
      driver.reset();
    } catch (SQLException e) {
      throw statement.fail(e);
    }
  }

  private StorageClass look(int column) throws SQLException {
    checkRow();
    StorageClass type = driver.look(column);
    wasNull = type == StorageClass.NULL;
    return type;
  }

  private void checkRow() throws SQLException {
    checkOpen();
    statement.checkUsable();
    if (state != State.ROW) {
      throw new SQLNonTransientException("the result is not on a row");
    }
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
    return new SQLDataException("column `" + driver.label(column) + "` " + what);
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

  private static String kind(StorageClass type) {
    return switch (type) {
      case INTEGER -> "an integer";
      case REAL -> "a real number";
      case TEXT -> "text";
      case BLOB -> "a blob";
      case NULL -> "NULL";
    };
  }
}
