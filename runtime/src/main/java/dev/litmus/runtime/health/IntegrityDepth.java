package dev.litmus.runtime.health;

/** How thoroughly a database is checked. */
public enum IntegrityDepth {
  /**
   * Pages, tables and constraints, without comparing indexes with their tables; and foreign keys. Reads the whole file once.
   *
   * @see <a href="https://sqlite.org/pragma.html#pragma_quick_check">PRAGMA quick_check</a>
   */
  QUICK,
  /**
   * Everything: indexes with their tables, foreign keys, and indexes for full-text search with the texts that they are of. Holds the
   * write lock while it looks at these.
   *
   * @see <a href="https://sqlite.org/pragma.html#pragma_integrity_check">PRAGMA integrity_check</a>
   */
  FULL
}
