package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.migration.MigrationSql;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The row that a result stands on; nothing of the result itself, which leads to the connection, is handed out. */
record CallbackRow(ResultSet row) implements MigrationSql.Row {

  @Override
  public long getLong(String column) throws SQLException {
    Object value = row.getObject(column);
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw mismatch(column, "integer");
  }

  @Override
  public double getDouble(String column) throws SQLException {
    if (row.getObject(column) instanceof Number number) {
      return number.doubleValue();
    }
    throw mismatch(column, "number");
  }

  private static SQLDataException mismatch(String column, String wanted) {
    return new SQLDataException("there is no " + wanted + " in `" + column + "`");
  }

  @Override
  public @Nullable String getString(String column) throws SQLException {
    return row.getString(column);
  }

  @Override
  public byte @Nullable [] getBytes(String column) throws SQLException {
    return row.getBytes(column);
  }

  @Override
  public boolean isNull(String column) throws SQLException {
    return row.getObject(column) == null;
  }
}
