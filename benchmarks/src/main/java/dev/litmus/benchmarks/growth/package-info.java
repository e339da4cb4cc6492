/** What an operation costs as the database, its migrations or its repositories become more. */
@NullMarked
package dev.litmus.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
