/** Many callers on one database: how much they do, how long they wait, and whom they starve. */
@NullMarked
package dev.litmus.benchmarks.concurrency;

import org.jspecify.annotations.NullMarked;
