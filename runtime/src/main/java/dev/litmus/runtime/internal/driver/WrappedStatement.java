package dev.litmus.runtime.internal.driver;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** The form that any driver has: a statement and its results as JDBC defines them. */
final class WrappedStatement implements DriverStatement {

  private final PreparedStatement statement;
  private final int parameters;
  private final boolean returnsRows;
  private @Nullable ResultSet rows;
  private Number number = 0;

  WrappedStatement(PreparedStatement statement) throws SQLException {
    this.statement = statement;
    this.parameters = statement.getParameterMetaData().getParameterCount();
    this.returnsRows = returnsRows(statement);
  }

  /** The driver has metadata only of what yields rows. */
  private static boolean returnsRows(PreparedStatement statement) {
    try {
      ResultSetMetaData columns = statement.getMetaData();
      return columns != null && columns.getColumnCount() > 0;
    } catch (SQLException none) {
      return false;
    }
  }

  @Override
  public int parameters() {
    return parameters;
  }

  @Override
  public boolean returnsRows() {
    return returnsRows;
  }

  @Override
  public int columns() throws SQLException {
    return rows().getMetaData().getColumnCount();
  }

  @Override
  public boolean run(@Nullable Object[] values) throws SQLException {
    try {
      bind(values);
      if (!statement.execute()) {
        return false;
      }
      rows = statement.getResultSet();
    } catch (SQLException e) {
      throw closed(e);
    }
    return next();
  }

  @Override
  public long update(@Nullable Object[] values) throws SQLException {
    try {
      bind(values);
      return statement.executeLargeUpdate();
    } catch (SQLException e) {
      throw closed(e);
    }
  }

  private SQLException closed(SQLException failure) {
    try {
      close();
    } catch (SQLException again) {
      // Closing a statement that failed reports its failure once more.
    }
    return failure;
  }

  private void bind(@Nullable Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value == null) {
        statement.setNull(i + 1, Types.NULL);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  @Override
  public boolean next() throws SQLException {
    ResultSet open = rows();
    try {
      return open.next();
    } catch (SQLException e) {
      throw closed(e);
    }
  }

  @Override
  public void reset() throws SQLException {
    ResultSet ending = rows;
    rows = null;
    if (ending != null) {
      ending.close();
    }
  }

  @Override
  public void forget() throws SQLException {
    statement.clearParameters();
  }

  @Override
  public StorageClass look(int column) throws SQLException {
    Object value = rows().getObject(column);
    if (value == null) {
      return StorageClass.NULL;
    }
    if (value instanceof String) {
      return StorageClass.TEXT;
    }
    if (value instanceof byte[]) {
      return StorageClass.BLOB;
    }
    number = (Number) value;
    return value instanceof Double ? StorageClass.REAL : StorageClass.INTEGER;
  }

  @Override
  public long integer() {
    return number.longValue();
  }

  @Override
  public double real() {
    return number.doubleValue();
  }

  /** The value first: once SQLite has been asked for a blob as text, it calls it text. */
  @Override
  public @Nullable String text(int column) throws SQLException {
    Object value = rows().getObject(column);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    return value instanceof byte[] bytes ? DriverTexts.ofBlob(bytes) : rows().getString(column);
  }

  @Override
  public byte[] blob(int column) throws SQLException {
    return rows().getBytes(column);
  }

  @Override
  public String label(int column) throws SQLException {
    return rows().getMetaData().getColumnLabel(column);
  }

  private ResultSet rows() throws SQLException {
    ResultSet open = rows;
    if (open == null) {
      throw new SQLException("the statement is not running");
    }
    return open;
  }

  @Override
  public void close() throws SQLException {
    rows = null;
    statement.close();
  }
}
