/** What the processor adds to the time of a compilation. */
@NullMarked
package dev.litmus.benchmarks.compiling;

import org.jspecify.annotations.NullMarked;
