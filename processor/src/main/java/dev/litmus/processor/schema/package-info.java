/** The schema that migrations, or a script, really produce, in an in-memory SQLite. */
@NullMarked
package dev.litmus.processor.schema;

import org.jspecify.annotations.NullMarked;
