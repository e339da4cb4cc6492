package dev.litmus.runtime.internal.statement;

import dev.litmus.runtime.internal.driver.DriverStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement on loan to one thread. Closing it ends its result, clears its parameters and gives the loan back;
 * the driver's statement stays prepared. After the first error of the driver nothing of it is used again. It throws the
 * driver's errors as {@link StatementFailure}s. Not for sharing: any thread but the borrower is refused.
 */
public final class LeasedStatement extends UnsupportedStatement {

  private final DriverStatement driver;
  private final StatementLease lease;
  private final boolean writes;
  private final BoundValues bound;
  private @Nullable CheckedResult result;
  private @Nullable StatementFailure failure;
  private long rows;
  private boolean closed;

  /**
   * Wraps a statement of the driver.
   *
   * @param driver prepared, reset, without values
   * @param writes whether its result has to be read to the end: a change that returns rows is complete only then
   */
  public LeasedStatement(DriverStatement driver, StatementLease lease, boolean writes)
      throws SQLException {
    this.driver = driver;
    this.bound = new BoundValues(driver.parameters());
    this.lease = lease;
    this.writes = writes;
  }

  @Override
  public void setString(int parameter, @Nullable String value) throws SQLException {
    checkBindable(parameter);
    if (value != null && Texts.unpairedSurrogate(value) >= 0) {
      throw new SQLDataException("parameter " + parameter
          + " holds half of a character (an unpaired surrogate), which SQLite would store as `?`");
    }
    bound.set(parameter, value);
  }

  @Override
  public void setInt(int parameter, int value) throws SQLException {
    checkBindable(parameter);
    bound.set(parameter, value);
  }

  @Override
  public void setLong(int parameter, long value) throws SQLException {
    checkBindable(parameter);
    bound.set(parameter, value);
  }

  @Override
  public void setDouble(int parameter, double value) throws SQLException {
    checkBindable(parameter);
    if (Double.isNaN(value)) {
      throw new SQLDataException("parameter " + parameter + " is NaN, which SQLite stores as NULL");
    }
    bound.set(parameter, value);
  }

  @Override
  public void setBoolean(int parameter, boolean value) throws SQLException {
    setInt(parameter, value ? 1 : 0);
  }

  @Override
  public void setBytes(int parameter, byte @Nullable [] value) throws SQLException {
    checkBindable(parameter);
    bound.set(parameter, value);
  }

  @Override
  public void setNull(int parameter, int sqlType) throws SQLException {
    checkBindable(parameter);
    bound.set(parameter, null);
  }

  @Override
  public void setObject(int parameter, @Nullable Object value) throws SQLException {
    if (value == null) {
      setNull(parameter, Types.NULL);
    } else if (value instanceof String text) {
      setString(parameter, text);
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      setInt(parameter, ((Number) value).intValue());
    } else if (value instanceof Long number) {
      setLong(parameter, number);
    } else if (value instanceof Double || value instanceof Float) {
      setDouble(parameter, ((Number) value).doubleValue());
    } else if (value instanceof Boolean bool) {
      setBoolean(parameter, bool);
    } else if (value instanceof byte[] bytes) {
      setBytes(parameter, bytes);
    } else {
      throw new SQLDataException("parameter " + parameter + " is a "
          + value.getClass().getName() + ", which SQLite has no type for");
    }
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    prepareRun();
    try {
      if (!driver.returnsRows()) {
        throw new SQLException("the statement returns no rows");
      }
      return run();
    } catch (SQLException e) {
      throw fail(e);
    }
  }

  private CheckedResult run() throws SQLException {
    CheckedResult next = new CheckedResult(driver, driver.run(bound.values()), this);
    lease.completed();
    result = next;
    return next;
  }

  @Override
  public int executeUpdate() throws SQLException {
    long changed = executeLargeUpdate();
    if (changed > Integer.MAX_VALUE) {
      throw new SQLDataException(changed + " changed rows do not fit an int");
    }
    return (int) changed;
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    prepareRun();
    try {
      if (driver.returnsRows()) {
        throw new SQLException("the statement returns rows");
      }
      long changed = driver.update(bound.values());
      lease.completed();
      rows += changed;
      return changed;
    } catch (SQLException e) {
      throw fail(e);
    }
  }

  /** Runs it, whatever it is; rows are for nobody, and read to their end by {@link #close} where they are of a write. */
  @Override
  public boolean execute() throws SQLException {
    prepareRun();
    try {
      run();
      return driver.returnsRows();
    } catch (SQLException e) {
      throw fail(e);
    }
  }

  @Override
  public void clearParameters() throws SQLException {
    checkUsable();
    bound.clear();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  /**
   * Ends the result and gives the loan back. Does nothing the second time.
   *
   * @throws SQLException when another thread than the borrower calls it (then nothing is closed), or when the rest of a
   *     write's result could not be read
   */
  @Override
  public void close() throws SQLException {
    if (closed) {
      return;
    }
    lease.checkOwner();
    SQLException late = null;
    try {
      endResult();
    } catch (SQLException e) {
      late = e;
    }
    closed = true;
    try {
      if (failure == null && bound.areLarge()) {
        driver.forget();
      }
    } catch (SQLException e) {
      StatementFailure told = StatementFailure.of(e, bound);
      failure = told;
      late = late == null ? told : late;
    } finally {
      bound.drop();
      lease.release(failure == null, rows);
    }
    if (late != null) {
      throw late;
    }
  }

  private void checkBindable(int parameter) throws SQLException {
    checkUsable();
    if (parameter < 1 || parameter > bound.count()) {
      throw new SQLNonTransientException(
          "there is no parameter " + parameter + ", the statement has " + bound.count());
    }
  }

  /** Whether it has a result that is neither read to its end nor closed. */
  public boolean hasOpenResult() {
    return result != null && failure == null && result.isOpen();
  }

  /** Ends its result without reading the rest of it, also that of a write: what it has changed is about to be undone. */
  public void abandonResult() throws SQLException {
    CheckedResult ending = result;
    result = null;
    if (ending != null) {
      ending.abandon();
    }
  }

  void checkOwner() throws SQLException {
    lease.checkOwner();
  }

  /** Refuses when a step must not run now. */
  void checkUsable() throws SQLException {
    if (closed) {
      throw new SQLNonTransientException("the statement is closed");
    }
    lease.check();
  }

  /** Takes note of an error of the driver and returns what to throw. */
  StatementFailure fail(SQLException e) {
    StatementFailure told = StatementFailure.of(e, bound);
    SQLException explained = lease.failed(told.reported());
    if (explained != told.reported()) {
      told = StatementFailure.of(explained, bound);
    }
    if (failure == null) {
      failure = told;
    }
    return told;
  }

  /** Called after a step of the result. */
  void completed() throws SQLException {
    lease.completed();
  }

  /** Takes note of a row that was read. */
  void countRow() {
    rows++;
  }

  boolean drains() {
    return writes && failure == null;
  }

  private void prepareRun() throws SQLException {
    checkUsable();
    if (failure != null) {
      throw new SQLException(
          "the statement has failed before: " + failure.getMessage(), failure.reported());
    }
    endResult();
    try {
      lease.executing();
    } catch (SQLException e) {
      throw fail(e);
    }
  }

  private void endResult() throws SQLException {
    CheckedResult ending = result;
    result = null;
    if (ending != null) {
      ending.close();
    }
  }
}
