/** The workloads for JMH, whose profilers tell where time and memory go. */
@NullMarked
package dev.litmus.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
