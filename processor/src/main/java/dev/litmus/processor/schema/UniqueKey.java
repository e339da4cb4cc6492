package dev.litmus.processor.schema;

import java.util.List;

/**
 * Columns in which no two rows of a table are equal, unless one of them is NULL.
 *
 * @param parts the columns, in the order of the key
 */
public record UniqueKey(List<Part> parts) {

  public UniqueKey {
    parts = List.copyOf(parts);
  }

  /**
   * One column.
   *
   * @param column its name as declared, or {@code rowid}
   * @param collation by which its values are told apart
   */
  public record Part(String column, String collation) {}
}
