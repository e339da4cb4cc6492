/** The next migration of a database: what its file is called. */
@NullMarked
package dev.litmus.cli.draft;

import org.jspecify.annotations.NullMarked;
