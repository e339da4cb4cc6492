/** What files and images are made of, as a value. */
@NullMarked
package dev.litmus.examples.bytes;

import org.jspecify.annotations.NullMarked;
