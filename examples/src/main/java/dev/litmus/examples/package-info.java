/**
 * A tour of Litmus on the four databases of an application: chats, coding sessions, a queue of images, settings. {@link dev.litmus.examples.Main} runs it.
 */
@NullMarked
package dev.litmus.examples;

import org.jspecify.annotations.NullMarked;
