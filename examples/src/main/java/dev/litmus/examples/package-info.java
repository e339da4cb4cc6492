/** A tour of Litmus on real text: import, search, list, rename, roll back. {@link dev.litmus.examples.Main} runs it. */
@NullMarked
package dev.litmus.examples;

import org.jspecify.annotations.NullMarked;
