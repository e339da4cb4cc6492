package dev.litmus.runtime.internal.statement;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;

/** The methods of {@link ResultSet} that generated code never calls: each of them refuses. */
abstract class UnsupportedResult implements ResultSet {

  @Override
  public boolean absolute(int first) throws SQLException {
    throw unsupported("absolute");
  }

  @Override
  public void afterLast() throws SQLException {
    throw unsupported("afterLast");
  }

  @Override
  public void beforeFirst() throws SQLException {
    throw unsupported("beforeFirst");
  }

  @Override
  public void cancelRowUpdates() throws SQLException {
    throw unsupported("cancelRowUpdates");
  }

  @Override
  public void clearWarnings() throws SQLException {
    throw unsupported("clearWarnings");
  }

  @Override
  public void deleteRow() throws SQLException {
    throw unsupported("deleteRow");
  }

  @Override
  public int findColumn(String first) throws SQLException {
    throw unsupported("findColumn");
  }

  @Override
  public boolean first() throws SQLException {
    throw unsupported("first");
  }

  @Override
  public Array getArray(String first) throws SQLException {
    throw unsupported("getArray");
  }

  @Override
  public Array getArray(int first) throws SQLException {
    throw unsupported("getArray");
  }

  @Override
  public InputStream getAsciiStream(String first) throws SQLException {
    throw unsupported("getAsciiStream");
  }

  @Override
  public InputStream getAsciiStream(int first) throws SQLException {
    throw unsupported("getAsciiStream");
  }

  @Override
  @Deprecated
  public BigDecimal getBigDecimal(String first, int second) throws SQLException {
    throw unsupported("getBigDecimal");
  }

  @Override
  public BigDecimal getBigDecimal(String first) throws SQLException {
    throw unsupported("getBigDecimal");
  }

  @Override
  @Deprecated
  public BigDecimal getBigDecimal(int first, int second) throws SQLException {
    throw unsupported("getBigDecimal");
  }

  @Override
  public BigDecimal getBigDecimal(int first) throws SQLException {
    throw unsupported("getBigDecimal");
  }

  @Override
  public InputStream getBinaryStream(String first) throws SQLException {
    throw unsupported("getBinaryStream");
  }

  @Override
  public InputStream getBinaryStream(int first) throws SQLException {
    throw unsupported("getBinaryStream");
  }

  @Override
  public Blob getBlob(String first) throws SQLException {
    throw unsupported("getBlob");
  }

  @Override
  public Blob getBlob(int first) throws SQLException {
    throw unsupported("getBlob");
  }

  @Override
  public boolean getBoolean(String first) throws SQLException {
    throw unsupported("getBoolean");
  }

  @Override
  public byte getByte(String first) throws SQLException {
    throw unsupported("getByte");
  }

  @Override
  public byte getByte(int first) throws SQLException {
    throw unsupported("getByte");
  }

  @Override
  public byte[] getBytes(String first) throws SQLException {
    throw unsupported("getBytes");
  }

  @Override
  public Reader getCharacterStream(String first) throws SQLException {
    throw unsupported("getCharacterStream");
  }

  @Override
  public Reader getCharacterStream(int first) throws SQLException {
    throw unsupported("getCharacterStream");
  }

  @Override
  public Clob getClob(String first) throws SQLException {
    throw unsupported("getClob");
  }

  @Override
  public Clob getClob(int first) throws SQLException {
    throw unsupported("getClob");
  }

  @Override
  public int getConcurrency() throws SQLException {
    throw unsupported("getConcurrency");
  }

  @Override
  public String getCursorName() throws SQLException {
    throw unsupported("getCursorName");
  }

  @Override
  public Date getDate(String first, Calendar second) throws SQLException {
    throw unsupported("getDate");
  }

  @Override
  public Date getDate(String first) throws SQLException {
    throw unsupported("getDate");
  }

  @Override
  public Date getDate(int first, Calendar second) throws SQLException {
    throw unsupported("getDate");
  }

  @Override
  public Date getDate(int first) throws SQLException {
    throw unsupported("getDate");
  }

  @Override
  public double getDouble(String first) throws SQLException {
    throw unsupported("getDouble");
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
  public float getFloat(String first) throws SQLException {
    throw unsupported("getFloat");
  }

  @Override
  public float getFloat(int first) throws SQLException {
    throw unsupported("getFloat");
  }

  @Override
  public int getHoldability() throws SQLException {
    throw unsupported("getHoldability");
  }

  @Override
  public int getInt(String first) throws SQLException {
    throw unsupported("getInt");
  }

  @Override
  public long getLong(String first) throws SQLException {
    throw unsupported("getLong");
  }

  @Override
  public Reader getNCharacterStream(String first) throws SQLException {
    throw unsupported("getNCharacterStream");
  }

  @Override
  public Reader getNCharacterStream(int first) throws SQLException {
    throw unsupported("getNCharacterStream");
  }

  @Override
  public NClob getNClob(String first) throws SQLException {
    throw unsupported("getNClob");
  }

  @Override
  public NClob getNClob(int first) throws SQLException {
    throw unsupported("getNClob");
  }

  @Override
  public String getNString(String first) throws SQLException {
    throw unsupported("getNString");
  }

  @Override
  public String getNString(int first) throws SQLException {
    throw unsupported("getNString");
  }

  @Override
  public <T> T getObject(String first, Class<T> second) throws SQLException {
    throw unsupported("getObject");
  }

  @Override
  public Object getObject(String first, Map<String, Class<?>> second) throws SQLException {
    throw unsupported("getObject");
  }

  @Override
  public Object getObject(String first) throws SQLException {
    throw unsupported("getObject");
  }

  @Override
  public <T> T getObject(int first, Class<T> second) throws SQLException {
    throw unsupported("getObject");
  }

  @Override
  public Object getObject(int first, Map<String, Class<?>> second) throws SQLException {
    throw unsupported("getObject");
  }

  @Override
  public Ref getRef(String first) throws SQLException {
    throw unsupported("getRef");
  }

  @Override
  public Ref getRef(int first) throws SQLException {
    throw unsupported("getRef");
  }

  @Override
  public int getRow() throws SQLException {
    throw unsupported("getRow");
  }

  @Override
  public RowId getRowId(String first) throws SQLException {
    throw unsupported("getRowId");
  }

  @Override
  public RowId getRowId(int first) throws SQLException {
    throw unsupported("getRowId");
  }

  @Override
  public SQLXML getSQLXML(String first) throws SQLException {
    throw unsupported("getSQLXML");
  }

  @Override
  public SQLXML getSQLXML(int first) throws SQLException {
    throw unsupported("getSQLXML");
  }

  @Override
  public short getShort(String first) throws SQLException {
    throw unsupported("getShort");
  }

  @Override
  public short getShort(int first) throws SQLException {
    throw unsupported("getShort");
  }

  @Override
  public Statement getStatement() throws SQLException {
    throw unsupported("getStatement");
  }

  @Override
  public String getString(String first) throws SQLException {
    throw unsupported("getString");
  }

  @Override
  public Time getTime(String first, Calendar second) throws SQLException {
    throw unsupported("getTime");
  }

  @Override
  public Time getTime(String first) throws SQLException {
    throw unsupported("getTime");
  }

  @Override
  public Time getTime(int first, Calendar second) throws SQLException {
    throw unsupported("getTime");
  }

  @Override
  public Time getTime(int first) throws SQLException {
    throw unsupported("getTime");
  }

  @Override
  public Timestamp getTimestamp(String first, Calendar second) throws SQLException {
    throw unsupported("getTimestamp");
  }

  @Override
  public Timestamp getTimestamp(String first) throws SQLException {
    throw unsupported("getTimestamp");
  }

  @Override
  public Timestamp getTimestamp(int first, Calendar second) throws SQLException {
    throw unsupported("getTimestamp");
  }

  @Override
  public Timestamp getTimestamp(int first) throws SQLException {
    throw unsupported("getTimestamp");
  }

  @Override
  public int getType() throws SQLException {
    throw unsupported("getType");
  }

  @Override
  public URL getURL(String first) throws SQLException {
    throw unsupported("getURL");
  }

  @Override
  public URL getURL(int first) throws SQLException {
    throw unsupported("getURL");
  }

  @Override
  @Deprecated
  public InputStream getUnicodeStream(String first) throws SQLException {
    throw unsupported("getUnicodeStream");
  }

  @Override
  @Deprecated
  public InputStream getUnicodeStream(int first) throws SQLException {
    throw unsupported("getUnicodeStream");
  }

  @Override
  public SQLWarning getWarnings() throws SQLException {
    throw unsupported("getWarnings");
  }

  @Override
  public void insertRow() throws SQLException {
    throw unsupported("insertRow");
  }

  @Override
  public boolean isAfterLast() throws SQLException {
    throw unsupported("isAfterLast");
  }

  @Override
  public boolean isBeforeFirst() throws SQLException {
    throw unsupported("isBeforeFirst");
  }

  @Override
  public boolean isFirst() throws SQLException {
    throw unsupported("isFirst");
  }

  @Override
  public boolean isLast() throws SQLException {
    throw unsupported("isLast");
  }

  @Override
  public boolean isWrapperFor(Class<?> first) throws SQLException {
    throw unsupported("isWrapperFor");
  }

  @Override
  public boolean last() throws SQLException {
    throw unsupported("last");
  }

  @Override
  public void moveToCurrentRow() throws SQLException {
    throw unsupported("moveToCurrentRow");
  }

  @Override
  public void moveToInsertRow() throws SQLException {
    throw unsupported("moveToInsertRow");
  }

  @Override
  public boolean previous() throws SQLException {
    throw unsupported("previous");
  }

  @Override
  public void refreshRow() throws SQLException {
    throw unsupported("refreshRow");
  }

  @Override
  public boolean relative(int first) throws SQLException {
    throw unsupported("relative");
  }

  @Override
  public boolean rowDeleted() throws SQLException {
    throw unsupported("rowDeleted");
  }

  @Override
  public boolean rowInserted() throws SQLException {
    throw unsupported("rowInserted");
  }

  @Override
  public boolean rowUpdated() throws SQLException {
    throw unsupported("rowUpdated");
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
  public <T> T unwrap(Class<T> first) throws SQLException {
    throw unsupported("unwrap");
  }

  @Override
  public void updateArray(String first, Array second) throws SQLException {
    throw unsupported("updateArray");
  }

  @Override
  public void updateArray(int first, Array second) throws SQLException {
    throw unsupported("updateArray");
  }

  @Override
  public void updateAsciiStream(String first, InputStream second, int third) throws SQLException {
    throw unsupported("updateAsciiStream");
  }

  @Override
  public void updateAsciiStream(String first, InputStream second, long third) throws SQLException {
    throw unsupported("updateAsciiStream");
  }

  @Override
  public void updateAsciiStream(String first, InputStream second) throws SQLException {
    throw unsupported("updateAsciiStream");
  }

  @Override
  public void updateAsciiStream(int first, InputStream second, int third) throws SQLException {
    throw unsupported("updateAsciiStream");
  }

  @Override
  public void updateAsciiStream(int first, InputStream second, long third) throws SQLException {
    throw unsupported("updateAsciiStream");
  }

  @Override
  public void updateAsciiStream(int first, InputStream second) throws SQLException {
    throw unsupported("updateAsciiStream");
  }

  @Override
  public void updateBigDecimal(String first, BigDecimal second) throws SQLException {
    throw unsupported("updateBigDecimal");
  }

  @Override
  public void updateBigDecimal(int first, BigDecimal second) throws SQLException {
    throw unsupported("updateBigDecimal");
  }

  @Override
  public void updateBinaryStream(String first, InputStream second, int third) throws SQLException {
    throw unsupported("updateBinaryStream");
  }

  @Override
  public void updateBinaryStream(String first, InputStream second, long third) throws SQLException {
    throw unsupported("updateBinaryStream");
  }

  @Override
  public void updateBinaryStream(String first, InputStream second) throws SQLException {
    throw unsupported("updateBinaryStream");
  }

  @Override
  public void updateBinaryStream(int first, InputStream second, int third) throws SQLException {
    throw unsupported("updateBinaryStream");
  }

  @Override
  public void updateBinaryStream(int first, InputStream second, long third) throws SQLException {
    throw unsupported("updateBinaryStream");
  }

  @Override
  public void updateBinaryStream(int first, InputStream second) throws SQLException {
    throw unsupported("updateBinaryStream");
  }

  @Override
  public void updateBlob(String first, InputStream second, long third) throws SQLException {
    throw unsupported("updateBlob");
  }

  @Override
  public void updateBlob(String first, InputStream second) throws SQLException {
    throw unsupported("updateBlob");
  }

  @Override
  public void updateBlob(String first, Blob second) throws SQLException {
    throw unsupported("updateBlob");
  }

  @Override
  public void updateBlob(int first, InputStream second, long third) throws SQLException {
    throw unsupported("updateBlob");
  }

  @Override
  public void updateBlob(int first, InputStream second) throws SQLException {
    throw unsupported("updateBlob");
  }

  @Override
  public void updateBlob(int first, Blob second) throws SQLException {
    throw unsupported("updateBlob");
  }

  @Override
  public void updateBoolean(String first, boolean second) throws SQLException {
    throw unsupported("updateBoolean");
  }

  @Override
  public void updateBoolean(int first, boolean second) throws SQLException {
    throw unsupported("updateBoolean");
  }

  @Override
  public void updateByte(String first, byte second) throws SQLException {
    throw unsupported("updateByte");
  }

  @Override
  public void updateByte(int first, byte second) throws SQLException {
    throw unsupported("updateByte");
  }

  @Override
  public void updateBytes(String first, byte[] second) throws SQLException {
    throw unsupported("updateBytes");
  }

  @Override
  public void updateBytes(int first, byte[] second) throws SQLException {
    throw unsupported("updateBytes");
  }

  @Override
  public void updateCharacterStream(String first, Reader second, int third) throws SQLException {
    throw unsupported("updateCharacterStream");
  }

  @Override
  public void updateCharacterStream(String first, Reader second, long third) throws SQLException {
    throw unsupported("updateCharacterStream");
  }

  @Override
  public void updateCharacterStream(String first, Reader second) throws SQLException {
    throw unsupported("updateCharacterStream");
  }

  @Override
  public void updateCharacterStream(int first, Reader second, int third) throws SQLException {
    throw unsupported("updateCharacterStream");
  }

  @Override
  public void updateCharacterStream(int first, Reader second, long third) throws SQLException {
    throw unsupported("updateCharacterStream");
  }

  @Override
  public void updateCharacterStream(int first, Reader second) throws SQLException {
    throw unsupported("updateCharacterStream");
  }

  @Override
  public void updateClob(String first, Reader second, long third) throws SQLException {
    throw unsupported("updateClob");
  }

  @Override
  public void updateClob(String first, Reader second) throws SQLException {
    throw unsupported("updateClob");
  }

  @Override
  public void updateClob(String first, Clob second) throws SQLException {
    throw unsupported("updateClob");
  }

  @Override
  public void updateClob(int first, Reader second, long third) throws SQLException {
    throw unsupported("updateClob");
  }

  @Override
  public void updateClob(int first, Reader second) throws SQLException {
    throw unsupported("updateClob");
  }

  @Override
  public void updateClob(int first, Clob second) throws SQLException {
    throw unsupported("updateClob");
  }

  @Override
  public void updateDate(String first, Date second) throws SQLException {
    throw unsupported("updateDate");
  }

  @Override
  public void updateDate(int first, Date second) throws SQLException {
    throw unsupported("updateDate");
  }

  @Override
  public void updateDouble(String first, double second) throws SQLException {
    throw unsupported("updateDouble");
  }

  @Override
  public void updateDouble(int first, double second) throws SQLException {
    throw unsupported("updateDouble");
  }

  @Override
  public void updateFloat(String first, float second) throws SQLException {
    throw unsupported("updateFloat");
  }

  @Override
  public void updateFloat(int first, float second) throws SQLException {
    throw unsupported("updateFloat");
  }

  @Override
  public void updateInt(String first, int second) throws SQLException {
    throw unsupported("updateInt");
  }

  @Override
  public void updateInt(int first, int second) throws SQLException {
    throw unsupported("updateInt");
  }

  @Override
  public void updateLong(String first, long second) throws SQLException {
    throw unsupported("updateLong");
  }

  @Override
  public void updateLong(int first, long second) throws SQLException {
    throw unsupported("updateLong");
  }

  @Override
  public void updateNCharacterStream(String first, Reader second, long third) throws SQLException {
    throw unsupported("updateNCharacterStream");
  }

  @Override
  public void updateNCharacterStream(String first, Reader second) throws SQLException {
    throw unsupported("updateNCharacterStream");
  }

  @Override
  public void updateNCharacterStream(int first, Reader second, long third) throws SQLException {
    throw unsupported("updateNCharacterStream");
  }

  @Override
  public void updateNCharacterStream(int first, Reader second) throws SQLException {
    throw unsupported("updateNCharacterStream");
  }

  @Override
  public void updateNClob(String first, Reader second, long third) throws SQLException {
    throw unsupported("updateNClob");
  }

  @Override
  public void updateNClob(String first, Reader second) throws SQLException {
    throw unsupported("updateNClob");
  }

  @Override
  public void updateNClob(String first, NClob second) throws SQLException {
    throw unsupported("updateNClob");
  }

  @Override
  public void updateNClob(int first, Reader second, long third) throws SQLException {
    throw unsupported("updateNClob");
  }

  @Override
  public void updateNClob(int first, Reader second) throws SQLException {
    throw unsupported("updateNClob");
  }

  @Override
  public void updateNClob(int first, NClob second) throws SQLException {
    throw unsupported("updateNClob");
  }

  @Override
  public void updateNString(String first, String second) throws SQLException {
    throw unsupported("updateNString");
  }

  @Override
  public void updateNString(int first, String second) throws SQLException {
    throw unsupported("updateNString");
  }

  @Override
  public void updateNull(String first) throws SQLException {
    throw unsupported("updateNull");
  }

  @Override
  public void updateNull(int first) throws SQLException {
    throw unsupported("updateNull");
  }

  @Override
  public void updateObject(String first, Object second, int third) throws SQLException {
    throw unsupported("updateObject");
  }

  @Override
  public void updateObject(String first, Object second) throws SQLException {
    throw unsupported("updateObject");
  }

  @Override
  public void updateObject(int first, Object second, int third) throws SQLException {
    throw unsupported("updateObject");
  }

  @Override
  public void updateObject(int first, Object second) throws SQLException {
    throw unsupported("updateObject");
  }

  @Override
  public void updateRef(String first, Ref second) throws SQLException {
    throw unsupported("updateRef");
  }

  @Override
  public void updateRef(int first, Ref second) throws SQLException {
    throw unsupported("updateRef");
  }

  @Override
  public void updateRow() throws SQLException {
    throw unsupported("updateRow");
  }

  @Override
  public void updateRowId(String first, RowId second) throws SQLException {
    throw unsupported("updateRowId");
  }

  @Override
  public void updateRowId(int first, RowId second) throws SQLException {
    throw unsupported("updateRowId");
  }

  @Override
  public void updateSQLXML(String first, SQLXML second) throws SQLException {
    throw unsupported("updateSQLXML");
  }

  @Override
  public void updateSQLXML(int first, SQLXML second) throws SQLException {
    throw unsupported("updateSQLXML");
  }

  @Override
  public void updateShort(String first, short second) throws SQLException {
    throw unsupported("updateShort");
  }

  @Override
  public void updateShort(int first, short second) throws SQLException {
    throw unsupported("updateShort");
  }

  @Override
  public void updateString(String first, String second) throws SQLException {
    throw unsupported("updateString");
  }

  @Override
  public void updateString(int first, String second) throws SQLException {
    throw unsupported("updateString");
  }

  @Override
  public void updateTime(String first, Time second) throws SQLException {
    throw unsupported("updateTime");
  }

  @Override
  public void updateTime(int first, Time second) throws SQLException {
    throw unsupported("updateTime");
  }

  @Override
  public void updateTimestamp(String first, Timestamp second) throws SQLException {
    throw unsupported("updateTimestamp");
  }

  @Override
  public void updateTimestamp(int first, Timestamp second) throws SQLException {
    throw unsupported("updateTimestamp");
  }

  private static SQLException unsupported(String method) {
    return new SQLFeatureNotSupportedException(method + " is not supported");
  }
}
