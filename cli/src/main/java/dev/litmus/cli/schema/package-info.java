/** Where the schema of a command comes from: migrations, or a script. */
@NullMarked
package dev.litmus.cli.schema;

import org.jspecify.annotations.NullMarked;
