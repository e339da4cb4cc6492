/** One database's writer and readers: who may use them, for how long, in which transaction. */
@NullMarked
package dev.litmus.runtime.internal.connection;

import org.jspecify.annotations.NullMarked;
