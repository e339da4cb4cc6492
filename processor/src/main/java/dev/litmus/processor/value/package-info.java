/** What can be known of values without having them: storage classes, NULL, and how many rows there are. */
@NullMarked
package dev.litmus.processor.value;

import org.jspecify.annotations.NullMarked;
