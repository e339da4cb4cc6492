/** What is measured: the rows, the queries as Litmus has them, and databases full of rows. */
@NullMarked
package dev.litmus.benchmarks.data;

import org.jspecify.annotations.NullMarked;
