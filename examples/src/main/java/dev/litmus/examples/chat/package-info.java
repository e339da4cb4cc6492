/** The repositories of the {@code chat} database, and the records their rows become. */
@NullMarked
package dev.litmus.examples.chat;

import org.jspecify.annotations.NullMarked;
