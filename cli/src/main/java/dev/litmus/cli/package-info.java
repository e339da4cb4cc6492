/** The command line: what may be typed, what is printed where, and the exit codes. */
@NullMarked
package dev.litmus.cli;

import org.jspecify.annotations.NullMarked;
