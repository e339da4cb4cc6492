package dev.litmus.runtime.internal.driver;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One prepared statement of the driver, in one of two forms that do the same: {@link LeanStatement} and {@link
 * WrappedStatement}. It says what SQLite says and checks nothing that SQLite does not; a run that failed has closed it.
 * Columns count from 1. Used by one thread at a time; when another one closes the connection meanwhile, calls throw.
 */
public interface DriverStatement {

  /** How many parameters it has. */
  int parameters();

  /** Whether it is one that yields rows, even if none. */
  boolean returnsRows();

  /** How many columns its rows have: more than before, when a table has got another one. */
  int columns() throws SQLException;

  /**
   * Runs a statement up to its first row. Only one that is new, or was reset.
   *
   * @param values what its parameters are: null, {@link Integer}, {@link Long}, {@link Double}, {@link String} or {@code
   *     byte[]}
   * @return whether it is on a row; false when it has run to its end
   */
  boolean run(@Nullable Object[] values) throws SQLException;

  /**
   * Runs a statement that yields no rows to its end.
   *
   * @param values as {@link #run} has them
   * @return how many rows it has changed
   */
  long update(@Nullable Object[] values) throws SQLException;

  /**
   * Goes on to the next row.
   *
   * @return whether there is one; false when it has run to its end
   */
  boolean next() throws SQLException;

  /** Ends what {@link #run} began. */
  void reset() throws SQLException;

  /** Lets go of the values of the last run. */
  void forget() throws SQLException;

  /** Says what a column of the row holds, and keeps it for {@link #integer} or {@link #real} when it is a number. */
  StorageClass look(int column) throws SQLException;

  /** The integer that {@link #look} has found last. */
  long integer();

  /** The real number that {@link #look} has found last. */
  double real();

  /**
   * The text of a column, or its number as SQLite writes it. A blob counts as text when it is some: valid, and without NUL
   * characters. To ask for the storage class as well would cost a tenth of each text that is read.
   *
   * @return null for NULL, and for a blob that is no text
   */
  @Nullable
  String text(int column) throws SQLException;

  /** The bytes of a column that holds a blob. */
  byte[] blob(int column) throws SQLException;

  /** What a column is called. */
  String label(int column) throws SQLException;

  /** Ends it for good. Does nothing the second time. */
  void close() throws SQLException;
}
