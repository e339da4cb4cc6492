/** Text files, cut into blocks, and their way into the {@code chat} database. */
@NullMarked
package dev.litmus.examples.text;

import org.jspecify.annotations.NullMarked;
