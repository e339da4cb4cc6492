/** The schema that the migrations really produce, in an in-memory SQLite. */
@NullMarked
package dev.litmus.processor.schema;

import org.jspecify.annotations.NullMarked;
