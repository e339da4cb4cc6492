/** Who watches a database: its listeners and the flight recorder. Costs a null check where nobody does. */
@NullMarked
package dev.litmus.runtime.internal.observe;

import org.jspecify.annotations.NullMarked;
