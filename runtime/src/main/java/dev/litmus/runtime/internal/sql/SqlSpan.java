package dev.litmus.runtime.internal.sql;

/**
 * A stretch of an SQL text.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset behind its last UTF-16 unit
 */
public record SqlSpan(int start, int end) {

  public String text(String sql) {
    return sql.substring(start, end);
  }
}
