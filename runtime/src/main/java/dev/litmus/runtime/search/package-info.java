/** Values for full-text search with FTS5: what to look for, and a found text with its hits. */
@NullMarked
package dev.litmus.runtime.search;

import org.jspecify.annotations.NullMarked;
