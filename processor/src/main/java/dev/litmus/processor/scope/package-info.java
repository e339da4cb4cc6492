/** Names and what they mean: which tables a piece of a query sees, and which of their columns a name is. */
@NullMarked
package dev.litmus.processor.scope;

import org.jspecify.annotations.NullMarked;
