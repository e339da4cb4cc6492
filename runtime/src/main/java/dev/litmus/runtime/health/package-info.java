/** What is said of the state of a database: whether it is sound, and how large it is. */
@NullMarked
package dev.litmus.runtime.health;

import org.jspecify.annotations.NullMarked;
