/**
 * Databases for JUnit tests: in memory or in files, fresh for each test or rolled back after it, at an old version, and
 * with faults on purpose. {@link dev.litmus.testing.LitmusTest} is where to begin.
 */
@NullMarked
package dev.litmus.testing;

import org.jspecify.annotations.NullMarked;
