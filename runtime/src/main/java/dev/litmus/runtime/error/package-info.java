/**
 * What can go wrong, as unchecked, typed exceptions that say what happened, where, and what to do.
 *
 * @serial exclude
 */
@NullMarked
package dev.litmus.runtime.error;

import org.jspecify.annotations.NullMarked;
