/** What tells the rows of a query apart: the unique keys of its tables, and the equalities of its conditions. */
@NullMarked
package dev.litmus.processor.keys;

import org.jspecify.annotations.NullMarked;
