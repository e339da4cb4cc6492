package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as one word that programs and logs can hold on to; every exception type has its own. Each belongs to
 * one of three categories, which are codes themselves.
 */
public enum ErrorCode {
  /** A database cannot be reached: it is not open, or could not be opened. A category. */
  DB_CONNECTION_FAILED(null),
  /** A database could not be brought to the version of the code. A category. */
  DB_MIGRATION_FAILED(null),
  /** Work on a database failed, or was not allowed where it stood; alone it is a transaction of its own. A category. */
  DB_TRANSACTION_FAILED(null),

  /** No database of that name is open. */
  DB_NOT_FOUND(DB_CONNECTION_FAILED),
  /** The build has generated no implementation of a repository. */
  DB_REPOSITORY_NOT_FOUND(DB_CONNECTION_FAILED),
  /** The settings lack a converter that a repository needs. */
  DB_CONVERTER_NOT_FOUND(DB_CONNECTION_FAILED),
  /** The database was closed. */
  DB_CLOSED(DB_CONNECTION_FAILED),
  /** The file holds something else than a database. */
  DB_NOT_A_DATABASE(DB_CONNECTION_FAILED),
  /** A database that may be missing could not be opened, and is used all the same. */
  DB_UNAVAILABLE(DB_CONNECTION_FAILED),

  /** Newer code has migrated the database. */
  DB_TOO_NEW(DB_MIGRATION_FAILED),

  /** A lock or a connection was not free in time. */
  DB_BUSY(DB_TRANSACTION_FAILED),
  /** A constraint of the schema refused a change. */
  DB_CONSTRAINT(DB_TRANSACTION_FAILED),
  /** There was no room for a change. */
  DB_FULL(DB_TRANSACTION_FAILED),
  /** The file, its directory or the connection cannot be written. */
  DB_READ_ONLY(DB_TRANSACTION_FAILED),
  /** The file, or an index in it, is damaged. */
  DB_CORRUPT(DB_TRANSACTION_FAILED),
  /** A deadline passed. */
  DB_TIMEOUT(DB_TRANSACTION_FAILED),
  /** The thread was interrupted. */
  DB_CANCELLED(DB_TRANSACTION_FAILED),
  /** A value cannot be bound, stored or read. */
  DB_VALUE(DB_TRANSACTION_FAILED),
  /** A page was asked for by a cursor that is none of its query. */
  DB_CURSOR(DB_TRANSACTION_FAILED),
  /** A query that promises a row found none. */
  DB_NO_ROW(DB_TRANSACTION_FAILED),
  /** A query that promises one row at most found more. */
  DB_NON_UNIQUE_ROW(DB_TRANSACTION_FAILED),
  /** Rows that become a map have a key twice. */
  DB_DUPLICATE_KEY(DB_TRANSACTION_FAILED),
  /** A batch failed at one of its items. */
  DB_BATCH(DB_TRANSACTION_FAILED),
  /** A function or collation of the application failed. */
  DB_FUNCTION_FAILED(DB_TRANSACTION_FAILED),
  /** SQLite could not run a statement, for any other reason. */
  DB_STATEMENT_FAILED(DB_TRANSACTION_FAILED),
  /** The transaction is committed; something that was to happen afterwards failed. */
  DB_AFTER_COMMIT(DB_TRANSACTION_FAILED),
  /** Of transactions over several databases, some are committed and some are not. */
  DB_PARTIAL_COMMIT(DB_TRANSACTION_FAILED),
  /** A backup could not be made. */
  DB_BACKUP_FAILED(DB_TRANSACTION_FAILED),
  /** A backup was not restored. */
  DB_RESTORE_FAILED(DB_TRANSACTION_FAILED);

  private final @Nullable ErrorCode category;

  ErrorCode(@Nullable ErrorCode category) {
    this.category = category;
  }

  /**
   * Returns the coarse code that this one belongs to.
   *
   * @return {@link #DB_CONNECTION_FAILED}, {@link #DB_MIGRATION_FAILED} or {@link #DB_TRANSACTION_FAILED}; itself for
   *     these three
   */
  public ErrorCode category() {
    return category == null ? this : category;
  }
}
