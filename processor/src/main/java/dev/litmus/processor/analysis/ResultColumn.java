package dev.litmus.processor.analysis;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.value.Value;
import java.util.Optional;

/**
 * A column of a result.
 *
 * @param name its name, which is its alias where it has one
 * @param index its number, 1-based as in JDBC
 * @param declared the column of a table that it is, when that is sure
 * @param relation the piece of the query that brings it, when it is passed on unchanged, NULLs of an outer join apart
 * @param value what it can hold
 */
public record ResultColumn(
    String name, int index, Optional<Column> declared, Optional<Span> relation, Value value) {

  /** Returns the column as it is when something else is known of it. */
  public ResultColumn with(Value other) {
    return new ResultColumn(name, index, declared, relation, other);
  }
}
