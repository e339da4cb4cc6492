/** The repositories of the {@code code} database, and the records their rows become. */
@NullMarked
package dev.litmus.examples.code;

import org.jspecify.annotations.NullMarked;
