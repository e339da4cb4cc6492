package dev.litmus.processor.scope;

import dev.litmus.processor.sql.tree.Expression.ColumnName;

/**
 * A name in an expression.
 *
 * @param scope what is visible where it stands
 * @param meaning what it is there
 */
public record ColumnUse(ColumnName name, Scope scope, Meaning meaning) {}
