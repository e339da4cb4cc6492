/**
 * Faults on purpose, for tests: what an application does when a statement finds the database locked, the disk full, or
 * when the process ends. {@code litmus-testing} has what makes plans of them.
 */
@NullMarked
package dev.litmus.runtime.fault;

import org.jspecify.annotations.NullMarked;
