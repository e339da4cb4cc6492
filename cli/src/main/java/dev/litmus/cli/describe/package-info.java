/** The command {@code describe}: what is known of a query, as JSON lines for machines and as text for people. */
@NullMarked
package dev.litmus.cli.describe;

import org.jspecify.annotations.NullMarked;
