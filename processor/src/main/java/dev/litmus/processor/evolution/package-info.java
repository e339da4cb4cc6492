/**
 * What do migrations do to databases that exist? Every migration is applied to a database in memory once more, back and
 * forth, and with rows.
 */
@NullMarked
package dev.litmus.processor.evolution;

import org.jspecify.annotations.NullMarked;
