/** What the settings of a database are worth: writes with a short log and a long one, with random keys and ordered ones. */
@NullMarked
package dev.litmus.benchmarks.settings;

import org.jspecify.annotations.NullMarked;
