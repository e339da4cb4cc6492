package dev.litmus.processor.scope;

import dev.litmus.processor.schema.Column;
import java.util.Optional;

/**
 * A column of a table or of a query's result.
 *
 * @param name what it is called; an expression without an alias has the text that SQLite makes of it, which nobody should
 *     rely on
 * @param declared the column of a table that it passes on unchanged, NULLs of an outer join apart
 */
public record OutputColumn(String name, Optional<Column> declared) {

  boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  static OutputColumn of(Column column) {
    return new OutputColumn(column.name(), Optional.of(column));
  }

  OutputColumn called(String other) {
    return new OutputColumn(other, declared);
  }
}
