package dev.litmus.processor.inference;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.Table;
import java.util.List;

/**
 * What a change puts into its table.
 *
 * @param table the table
 * @param values the values as they stand in the text; none of an INSERT that takes rows of a SELECT
 * @param required the columns that an INSERT leaves out although they are not null and have no default
 */
public record Storing(Table table, List<StoredValue> values, List<Column> required) {

  public Storing {
    values = List.copyOf(values);
    required = List.copyOf(required);
  }
}
