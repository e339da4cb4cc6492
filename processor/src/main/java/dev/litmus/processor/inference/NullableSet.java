package dev.litmus.processor.inference;

import dev.litmus.processor.sql.tree.Expression.In;
import dev.litmus.processor.value.NullReason;

/**
 * A {@code NOT IN} over rows among which there can be NULL: then it is never true.
 *
 * @param reason why a row may be NULL
 */
public record NullableSet(In in, NullReason reason) {}
