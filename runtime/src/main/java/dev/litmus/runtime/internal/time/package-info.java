/** Lengths of time. */
@NullMarked
package dev.litmus.runtime.internal.time;

import org.jspecify.annotations.NullMarked;
