/** The contenders that run on Java: each does the same work the way a good user of that library would write it. */
@NullMarked
package dev.litmus.benchmarks.compare.contender;

import org.jspecify.annotations.NullMarked;
