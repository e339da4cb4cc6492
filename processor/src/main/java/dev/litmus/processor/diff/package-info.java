/** What is different between two schemas: their pieces in one spelling, their text, and what changed. */
@NullMarked
package dev.litmus.processor.diff;

import org.jspecify.annotations.NullMarked;
