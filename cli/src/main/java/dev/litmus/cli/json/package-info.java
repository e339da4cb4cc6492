/** How values are written as JSON, the same for every command. */
@NullMarked
package dev.litmus.cli.json;

import org.jspecify.annotations.NullMarked;
