/**
 * The third witness: looks for a small database in which a claim about a statement does not hold, by filling a copy of
 * the schema with hostile rows and running the statement on it.
 */
@NullMarked
package dev.litmus.processor.refute;

import org.jspecify.annotations.NullMarked;
