/** Migrations that were written for another tool, read and written as Litmus has them. Changes no file but new ones. */
@NullMarked
package dev.litmus.cli.adopt;

import org.jspecify.annotations.NullMarked;
