/** What is known of a query: columns, reads and writes, plan; and what SQLite says is wrong with it. */
@NullMarked
package dev.litmus.processor.analysis;

import org.jspecify.annotations.NullMarked;
