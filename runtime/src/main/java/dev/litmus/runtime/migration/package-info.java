/** What is said of migrations beside their files: how far to go, what a step does, and what Java code does in one. */
@NullMarked
package dev.litmus.runtime.migration;

import org.jspecify.annotations.NullMarked;
