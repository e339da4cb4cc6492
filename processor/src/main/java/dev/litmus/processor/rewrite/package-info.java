/** The only place that changes SQL. */
@NullMarked
package dev.litmus.processor.rewrite;

import org.jspecify.annotations.NullMarked;
