/** The repositories of the {@code app} database, the records their rows become, and how its secrets are kept. */
@NullMarked
package dev.litmus.examples.app;

import org.jspecify.annotations.NullMarked;
