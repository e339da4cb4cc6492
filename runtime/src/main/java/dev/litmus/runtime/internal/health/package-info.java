/** Looks at databases: whether they are sound, and how large they are. */
@NullMarked
package dev.litmus.runtime.internal.health;

import org.jspecify.annotations.NullMarked;
