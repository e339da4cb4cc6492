/** The tree as text again: one canonical spelling of every statement, which means the same to SQLite. */
@NullMarked
package dev.litmus.processor.sql.print;

import org.jspecify.annotations.NullMarked;
