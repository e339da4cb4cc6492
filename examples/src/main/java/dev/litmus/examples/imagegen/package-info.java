/** The repositories of the {@code imagegen} database, and the records their rows become. */
@NullMarked
package dev.litmus.examples.imagegen;

import org.jspecify.annotations.NullMarked;
