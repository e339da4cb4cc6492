/** How long a new process takes until its databases are open. */
@NullMarked
package dev.litmus.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
