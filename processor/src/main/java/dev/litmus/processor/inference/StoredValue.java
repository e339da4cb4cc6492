package dev.litmus.processor.inference;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.value.Value;

/**
 * What an INSERT or UPDATE puts into a column.
 *
 * @param column the column of the table
 * @param expression what stands there
 * @param value what it can be
 */
public record StoredValue(Column column, Expression expression, Value value) {}
