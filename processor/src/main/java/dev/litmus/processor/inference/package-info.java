/**
 * What a query can yield, told from its structure and the schema alone: storage classes, NULL, numbers of rows, and what its
 * parameters are.
 */
@NullMarked
package dev.litmus.processor.inference;

import org.jspecify.annotations.NullMarked;
