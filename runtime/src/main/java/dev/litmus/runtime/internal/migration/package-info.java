/**
 * The one migration engine: reads and verifies a schema's files, applies them to a connection. The annotation processor
 * applies a chain to a schema in memory, the runtime to real databases, both through the same code.
 */
@NullMarked
package dev.litmus.runtime.internal.migration;

import org.jspecify.annotations.NullMarked;
