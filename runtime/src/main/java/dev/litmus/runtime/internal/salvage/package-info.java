/** Reads what is readable of a damaged database into a new one. */
@NullMarked
package dev.litmus.runtime.internal.salvage;

import org.jspecify.annotations.NullMarked;
