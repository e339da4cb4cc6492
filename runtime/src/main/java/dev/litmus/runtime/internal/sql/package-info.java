/**
 * SQLite's lexical grammar: text into tokens, text into statements. Shared by the migration engine and the annotation
 * processor, and therefore dependent on nothing but {@code java.base}.
 */
@NullMarked
package dev.litmus.runtime.internal.sql;

import org.jspecify.annotations.NullMarked;
