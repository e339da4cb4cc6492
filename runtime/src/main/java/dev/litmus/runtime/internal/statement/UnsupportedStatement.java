package dev.litmus.runtime.internal.statement;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.Date;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;

/** The methods of {@link PreparedStatement} that generated code never calls: each of them refuses. */
abstract class UnsupportedStatement implements PreparedStatement {

  @Override
  public void addBatch() throws SQLException {
    throw unsupported("addBatch");
  }

  @Override
  public void addBatch(String first) throws SQLException {
    throw unsupported("addBatch");
  }

  @Override
  public void cancel() throws SQLException {
    throw unsupported("cancel");
  }

  @Override
  public void clearBatch() throws SQLException {
    throw unsupported("clearBatch");
  }

  @Override
  public void clearWarnings() throws SQLException {
    throw unsupported("clearWarnings");
  }

  @Override
  public void closeOnCompletion() throws SQLException {
    throw unsupported("closeOnCompletion");
  }

  @Override
  public boolean execute() throws SQLException {
    throw unsupported("execute");
  }

  @Override
  public boolean execute(String first, int[] second) throws SQLException {
    throw unsupported("execute");
  }

  @Override
  public boolean execute(String first, String[] second) throws SQLException {
    throw unsupported("execute");
  }

  @Override
  public boolean execute(String first, int second) throws SQLException {
    throw unsupported("execute");
  }

  @Override
  public boolean execute(String first) throws SQLException {
    throw unsupported("execute");
  }

  @Override
  public int[] executeBatch() throws SQLException {
    throw unsupported("executeBatch");
  }

  @Override
  public ResultSet executeQuery(String first) throws SQLException {
    throw unsupported("executeQuery");
  }

  @Override
  public int executeUpdate(String first, int[] second) throws SQLException {
    throw unsupported("executeUpdate");
  }

  @Override
  public int executeUpdate(String first, String[] second) throws SQLException {
    throw unsupported("executeUpdate");
  }

  @Override
  public int executeUpdate(String first, int second) throws SQLException {
    throw unsupported("executeUpdate");
  }

  @Override
  public int executeUpdate(String first) throws SQLException {
    throw unsupported("executeUpdate");
  }

  @Override
  public Connection getConnection() throws SQLException {
    throw unsupported("getConnection");
  }

  @Override
  public int getFetchDirection() throws SQLException {
    throw unsupported("getFetchDirection");
  }

  @Override
  public int getFetchSize() throws SQLException {
    throw unsupported("getFetchSize");
  }

  @Override
  public ResultSet getGeneratedKeys() throws SQLException {
    throw unsupported("getGeneratedKeys");
  }

  @Override
  public int getMaxFieldSize() throws SQLException {
    throw unsupported("getMaxFieldSize");
  }

  @Override
  public int getMaxRows() throws SQLException {
    throw unsupported("getMaxRows");
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    throw unsupported("getMetaData");
  }

  @Override
  public boolean getMoreResults() throws SQLException {
    throw unsupported("getMoreResults");
  }

  @Override
  public boolean getMoreResults(int first) throws SQLException {
    throw unsupported("getMoreResults");
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    throw unsupported("getParameterMetaData");
  }

  @Override
  public int getQueryTimeout() throws SQLException {
    throw unsupported("getQueryTimeout");
  }

  @Override
  public ResultSet getResultSet() throws SQLException {
    throw unsupported("getResultSet");
  }

  @Override
  public int getResultSetConcurrency() throws SQLException {
    throw unsupported("getResultSetConcurrency");
  }

  @Override
  public int getResultSetHoldability() throws SQLException {
    throw unsupported("getResultSetHoldability");
  }

  @Override
  public int getResultSetType() throws SQLException {
    throw unsupported("getResultSetType");
  }

  @Override
  public int getUpdateCount() throws SQLException {
    throw unsupported("getUpdateCount");
  }

  @Override
  public SQLWarning getWarnings() throws SQLException {
    throw unsupported("getWarnings");
  }

  @Override
  public boolean isCloseOnCompletion() throws SQLException {
    throw unsupported("isCloseOnCompletion");
  }

  @Override
  public boolean isPoolable() throws SQLException {
    throw unsupported("isPoolable");
  }

  @Override
  public boolean isWrapperFor(Class<?> first) throws SQLException {
    throw unsupported("isWrapperFor");
  }

  @Override
  public void setArray(int first, Array second) throws SQLException {
    throw unsupported("setArray");
  }

  @Override
  public void setAsciiStream(int first, InputStream second, int third) throws SQLException {
    throw unsupported("setAsciiStream");
  }

  @Override
  public void setAsciiStream(int first, InputStream second, long third) throws SQLException {
    throw unsupported("setAsciiStream");
  }

  @Override
  public void setAsciiStream(int first, InputStream second) throws SQLException {
    throw unsupported("setAsciiStream");
  }

  @Override
  public void setBigDecimal(int first, BigDecimal second) throws SQLException {
    throw unsupported("setBigDecimal");
  }

  @Override
  public void setBinaryStream(int first, InputStream second, int third) throws SQLException {
    throw unsupported("setBinaryStream");
  }

  @Override
  public void setBinaryStream(int first, InputStream second, long third) throws SQLException {
    throw unsupported("setBinaryStream");
  }

  @Override
  public void setBinaryStream(int first, InputStream second) throws SQLException {
    throw unsupported("setBinaryStream");
  }

  @Override
  public void setBlob(int first, InputStream second, long third) throws SQLException {
    throw unsupported("setBlob");
  }

  @Override
  public void setBlob(int first, InputStream second) throws SQLException {
    throw unsupported("setBlob");
  }

  @Override
  public void setBlob(int first, Blob second) throws SQLException {
    throw unsupported("setBlob");
  }

  @Override
  public void setByte(int first, byte second) throws SQLException {
    throw unsupported("setByte");
  }

  @Override
  public void setCharacterStream(int first, Reader second, int third) throws SQLException {
    throw unsupported("setCharacterStream");
  }

  @Override
  public void setCharacterStream(int first, Reader second, long third) throws SQLException {
    throw unsupported("setCharacterStream");
  }

  @Override
  public void setCharacterStream(int first, Reader second) throws SQLException {
    throw unsupported("setCharacterStream");
  }

  @Override
  public void setClob(int first, Reader second, long third) throws SQLException {
    throw unsupported("setClob");
  }

  @Override
  public void setClob(int first, Reader second) throws SQLException {
    throw unsupported("setClob");
  }

  @Override
  public void setClob(int first, Clob second) throws SQLException {
    throw unsupported("setClob");
  }

  @Override
  public void setCursorName(String first) throws SQLException {
    throw unsupported("setCursorName");
  }

  @Override
  public void setDate(int first, Date second, Calendar third) throws SQLException {
    throw unsupported("setDate");
  }

  @Override
  public void setDate(int first, Date second) throws SQLException {
    throw unsupported("setDate");
  }

  @Override
  public void setEscapeProcessing(boolean first) throws SQLException {
    throw unsupported("setEscapeProcessing");
  }

  @Override
  public void setFetchDirection(int first) throws SQLException {
    throw unsupported("setFetchDirection");
  }

  @Override
  public void setFetchSize(int first) throws SQLException {
    throw unsupported("setFetchSize");
  }

  @Override
  public void setFloat(int first, float second) throws SQLException {
    throw unsupported("setFloat");
  }

  @Override
  public void setMaxFieldSize(int first) throws SQLException {
    throw unsupported("setMaxFieldSize");
  }

  @Override
  public void setMaxRows(int first) throws SQLException {
    throw unsupported("setMaxRows");
  }

  @Override
  public void setNCharacterStream(int first, Reader second, long third) throws SQLException {
    throw unsupported("setNCharacterStream");
  }

  @Override
  public void setNCharacterStream(int first, Reader second) throws SQLException {
    throw unsupported("setNCharacterStream");
  }

  @Override
  public void setNClob(int first, Reader second, long third) throws SQLException {
    throw unsupported("setNClob");
  }

  @Override
  public void setNClob(int first, Reader second) throws SQLException {
    throw unsupported("setNClob");
  }

  @Override
  public void setNClob(int first, NClob second) throws SQLException {
    throw unsupported("setNClob");
  }

  @Override
  public void setNString(int first, String second) throws SQLException {
    throw unsupported("setNString");
  }

  @Override
  public void setNull(int first, int second, String third) throws SQLException {
    throw unsupported("setNull");
  }

  @Override
  public void setObject(int first, Object second, int third, int fourth) throws SQLException {
    throw unsupported("setObject");
  }

  @Override
  public void setObject(int first, Object second, int third) throws SQLException {
    throw unsupported("setObject");
  }

  @Override
  public void setPoolable(boolean first) throws SQLException {
    throw unsupported("setPoolable");
  }

  @Override
  public void setQueryTimeout(int first) throws SQLException {
    throw unsupported("setQueryTimeout");
  }

  @Override
  public void setRef(int first, Ref second) throws SQLException {
    throw unsupported("setRef");
  }

  @Override
  public void setRowId(int first, RowId second) throws SQLException {
    throw unsupported("setRowId");
  }

  @Override
  public void setSQLXML(int first, SQLXML second) throws SQLException {
    throw unsupported("setSQLXML");
  }

  @Override
  public void setShort(int first, short second) throws SQLException {
    throw unsupported("setShort");
  }

  @Override
  public void setTime(int first, Time second, Calendar third) throws SQLException {
    throw unsupported("setTime");
  }

  @Override
  public void setTime(int first, Time second) throws SQLException {
    throw unsupported("setTime");
  }

  @Override
  public void setTimestamp(int first, Timestamp second, Calendar third) throws SQLException {
    throw unsupported("setTimestamp");
  }

  @Override
  public void setTimestamp(int first, Timestamp second) throws SQLException {
    throw unsupported("setTimestamp");
  }

  @Override
  public void setURL(int first, URL second) throws SQLException {
    throw unsupported("setURL");
  }

  @Override
  @Deprecated
  public void setUnicodeStream(int first, InputStream second, int third) throws SQLException {
    throw unsupported("setUnicodeStream");
  }

  @Override
  public <T> T unwrap(Class<T> first) throws SQLException {
    throw unsupported("unwrap");
  }

  private static SQLException unsupported(String method) {
    return new SQLFeatureNotSupportedException(method + " is not supported");
  }
}
