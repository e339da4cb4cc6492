/**
 * What is different between two schemas: their pieces in one spelling, their text, and what changed;
 * and the migration that leads from one to the other.
 */
@NullMarked
package dev.litmus.processor.diff;

import org.jspecify.annotations.NullMarked;
