package dev.litmus.runtime.migration;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL in the transaction of a migration. It cannot end that transaction, and after a statement that failed no other runs:
 * the migration is rolled back, also when the failure was caught. For the thread that was given it.
 *
 * <p>Values are bound to {@code ?} in their order: null, {@code Integer}, {@code Long}, {@code Double}, {@code String} and
 * {@code byte[]}.
 */
public interface MigrationSql {

  /**
   * Runs one statement that returns no rows.
   *
   * @param sql the statement; the same ones are refused as in the files of migrations, such as COMMIT
   * @param values what is bound to its parameters
   * @return how many rows it has changed
   * @throws SQLException when SQLite refuses it
   * @throws IllegalArgumentException when it has no place in a migration, or a value is of another type
   */
  long update(String sql, @Nullable Object... values) throws SQLException;

  /**
   * Reads all rows before it returns, so that they may be changed while they are gone through.
   *
   * @param sql the query
   * @param row makes of each row what is returned
   * @param values what is bound to its parameters
   * @param <T> what is made of a row
   * @return in the order of the rows
   * @throws SQLException when SQLite refuses it
   * @throws IllegalArgumentException when it has no place in a migration, or a value is of another type
   */
  <T> List<T> query(String sql, RowFunction<T> row, @Nullable Object... values) throws SQLException;

  /**
   * Makes something of a row.
   *
   * @param <T> what it makes
   */
  @FunctionalInterface
  interface RowFunction<T> {

    /**
     * Makes something of a row.
     *
     * @param row of no use once this method has returned
     * @return what it makes
     * @throws SQLException when a value is not what it is read as
     */
    T of(Row row) throws SQLException;
  }

  /** The values of a row, by the names of their columns. */
  interface Row {

    /**
     * Reads an integer.
     *
     * @param column its name
     * @return the value
     * @throws SQLException when there is no such column, or no integer in it
     */
    long getLong(String column) throws SQLException;

    /**
     * Reads a number.
     *
     * @param column its name
     * @return the value
     * @throws SQLException when there is no such column, or no number in it
     */
    double getDouble(String column) throws SQLException;

    /**
     * Reads a value as text.
     *
     * @param column its name
     * @return the value, or null for NULL
     * @throws SQLException when there is no such column
     */
    @Nullable
    String getString(String column) throws SQLException;

    /**
     * Reads bytes.
     *
     * @param column its name
     * @return the value, or null for NULL
     * @throws SQLException when there is no such column
     */
    byte @Nullable [] getBytes(String column) throws SQLException;

    /**
     * Returns whether there is a value.
     *
     * @param column its name
     * @return true when it is NULL
     * @throws SQLException when there is no such column
     */
    boolean isNull(String column) throws SQLException;
  }
}
