package dev.litmus.processor.schema;

import java.util.List;

/**
 * A table, view or virtual table of a schema.
 *
 * @param name its name as declared
 * @param columns the columns that a query can name, hidden ones included
 * @param location the migration that declares it, as messages call it
 */
public record Table(String name, List<String> columns, String location) {

  public Table {
    columns = List.copyOf(columns);
  }
}
