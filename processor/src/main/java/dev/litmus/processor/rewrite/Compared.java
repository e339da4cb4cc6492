package dev.litmus.processor.rewrite;

import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Identifier;
import java.util.Optional;

/**
 * What an ORDER BY term compares.
 *
 * @param expression what it stands for: a result when it names one
 * @param collation by which, when the query says so; else that of the expression counts
 */
public record Compared(Expression expression, Optional<Identifier> collation) {}
