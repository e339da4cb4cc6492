/** How results are shown: tables, CSV files, plots, and the quantiles of what was measured. */
@NullMarked
package dev.litmus.benchmarks.plot;

import org.jspecify.annotations.NullMarked;
