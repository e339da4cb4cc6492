package dev.litmus.processor.scope;

import dev.litmus.processor.sql.tree.QualifiedName;

/**
 * The name of a table that a statement reads or changes.
 *
 * @param known whether there is such a table, common table or function
 */
public record TableUse(QualifiedName name, boolean known) {}
