/** Files and directories that only their owner can read. */
@NullMarked
package dev.litmus.runtime.internal.file;

import org.jspecify.annotations.NullMarked;
