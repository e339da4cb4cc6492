/**
 * SQLite's published grammar as a recursive-descent parser: tokens into a tree, or the place where that fails and what
 * could have stood there.
 */
@NullMarked
package dev.litmus.processor.sql.grammar;

import org.jspecify.annotations.NullMarked;
