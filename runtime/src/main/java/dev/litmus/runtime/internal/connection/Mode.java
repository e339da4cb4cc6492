package dev.litmus.runtime.internal.connection;

/**
 * How a transaction begins, from the weakest to the strongest.
 *
 * <p>Source: <a href="https://sqlite.org/lang_transaction.html">transactions</a>.
 */
public enum Mode {
  /** On a reader; writing is refused. */
  READ("BEGIN"),
  /** On the writer; SQLite's lock comes with the first write. */
  DEFERRED("BEGIN DEFERRED"),
  /** On the writer, with SQLite's write lock. */
  IMMEDIATE("BEGIN IMMEDIATE"),
  /** On the writer; without WAL, readers of other connections are kept out as well. */
  EXCLUSIVE("BEGIN EXCLUSIVE");

  private final String sql;

  Mode(String sql) {
    this.sql = sql;
  }

  /** The statement that begins it. */
  String sql() {
    return sql;
  }

  boolean writes() {
    return this != READ;
  }
}
