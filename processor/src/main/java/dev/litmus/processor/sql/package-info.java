/** A query as written: its tokens, statements and parameters, with exact spans. */
@NullMarked
package dev.litmus.processor.sql;

import org.jspecify.annotations.NullMarked;
