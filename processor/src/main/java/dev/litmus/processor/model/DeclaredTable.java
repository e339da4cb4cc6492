package dev.litmus.processor.model;

import java.util.List;

/**
 * A table or view that a database must have which others migrate.
 *
 * @param name its name
 * @param columns those that a star shows
 * @param whole whether it must have these columns alone, because a query does not name them
 */
public record DeclaredTable(String name, List<String> columns, boolean whole) {

  public DeclaredTable {
    columns = List.copyOf(columns);
  }
}
