package dev.litmus.runtime.internal.statement;

import dev.litmus.runtime.internal.driver.DriverStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** How the columns of a result are called. What else JDBC asks, SQLite does not know, or only for plain columns. */
final class ResultLabels implements ResultSetMetaData {

  private final DriverStatement driver;

  ResultLabels(DriverStatement driver) {
    this.driver = driver;
  }

  @Override
  public int getColumnCount() throws SQLException {
    return driver.columns();
  }

  @Override
  public String getColumnLabel(int column) throws SQLException {
    return driver.label(column);
  }

  @Override
  public String getColumnName(int column) throws SQLException {
    return driver.label(column);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw unsupported("unwrap");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }

  @Override
  public boolean isAutoIncrement(int column) throws SQLException {
    throw unsupported("isAutoIncrement");
  }

  @Override
  public boolean isCaseSensitive(int column) throws SQLException {
    throw unsupported("isCaseSensitive");
  }

  @Override
  public boolean isSearchable(int column) throws SQLException {
    throw unsupported("isSearchable");
  }

  @Override
  public boolean isCurrency(int column) throws SQLException {
    throw unsupported("isCurrency");
  }

  @Override
  public int isNullable(int column) throws SQLException {
    throw unsupported("isNullable");
  }

  @Override
  public boolean isSigned(int column) throws SQLException {
    throw unsupported("isSigned");
  }

  @Override
  public int getColumnDisplaySize(int column) throws SQLException {
    throw unsupported("getColumnDisplaySize");
  }

  @Override
  public String getSchemaName(int column) throws SQLException {
    throw unsupported("getSchemaName");
  }

  @Override
  public int getPrecision(int column) throws SQLException {
    throw unsupported("getPrecision");
  }

  @Override
  public int getScale(int column) throws SQLException {
    throw unsupported("getScale");
  }

  @Override
  public String getTableName(int column) throws SQLException {
    throw unsupported("getTableName");
  }

  @Override
  public String getCatalogName(int column) throws SQLException {
    throw unsupported("getCatalogName");
  }

  @Override
  public int getColumnType(int column) throws SQLException {
    throw unsupported("getColumnType");
  }

  @Override
  public String getColumnTypeName(int column) throws SQLException {
    throw unsupported("getColumnTypeName");
  }

  @Override
  public boolean isReadOnly(int column) throws SQLException {
    throw unsupported("isReadOnly");
  }

  @Override
  public boolean isWritable(int column) throws SQLException {
    throw unsupported("isWritable");
  }

  @Override
  public boolean isDefinitelyWritable(int column) throws SQLException {
    throw unsupported("isDefinitelyWritable");
  }

  @Override
  public String getColumnClassName(int column) throws SQLException {
    throw unsupported("getColumnClassName");
  }

  private static SQLFeatureNotSupportedException unsupported(String method) {
    return new SQLFeatureNotSupportedException(method);
  }
}
