package dev.litmus.runtime.health;

import java.util.OptionalLong;

/**
 * How much of a file one table or index takes.
 *
 * @param name its name; indexes that SQLite makes itself are called {@code sqlite_autoindex_…}
 * @param table the table that an index is of; of a table its own name
 * @param bytes the pages that it has, in bytes
 * @param unusedBytes how many of these hold nothing
 * @param rows how many rows a table has; empty for an index
 * @see <a href="https://sqlite.org/dbstat.html">dbstat</a>
 */
public record ObjectSize(
    String name, String table, long bytes, long unusedBytes, OptionalLong rows) {

  /**
   * Returns whether it is an index.
   *
   * @return false for a table
   */
  public boolean isIndex() {
    return rows.isEmpty();
  }
}
