/**
 * SQL as a tree: what a statement says, each piece with the characters it was written in. Knows neither tokens nor
 * schemas.
 */
@NullMarked
package dev.litmus.processor.sql.tree;

import org.jspecify.annotations.NullMarked;
