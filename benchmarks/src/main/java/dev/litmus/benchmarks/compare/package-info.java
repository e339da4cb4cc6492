/** Compares Litmus with what users would otherwise use: all contenders in one run, in turn, and the same rows from each. */
@NullMarked
package dev.litmus.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
