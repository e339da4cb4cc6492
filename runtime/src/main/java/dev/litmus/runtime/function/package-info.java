/** How generated code brings an application's functions and collations to SQLite. */
@NullMarked
package dev.litmus.runtime.function;

import org.jspecify.annotations.NullMarked;
