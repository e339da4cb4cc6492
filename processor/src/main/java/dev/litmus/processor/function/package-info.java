/** What is known of the functions that SQL can call: when they are NULL, and the storage classes of what they return. */
@NullMarked
package dev.litmus.processor.function;

import org.jspecify.annotations.NullMarked;
