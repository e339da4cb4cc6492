package dev.litmus.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes something of the row that a result stands on.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface RowReader<T extends @Nullable Object> {

  /**
   * Reads one row; never moves on to another.
   *
   * @param row on a row
   * @return what it makes of it
   * @throws SQLException when a value is not what it has to be
   */
  T read(ResultSet row) throws SQLException;
}
