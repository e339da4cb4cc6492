/** SQL that is known only at run time: what a statement does, whether it may run, and where its named parameters stand. */
@NullMarked
package dev.litmus.runtime.internal.dynamic;

import org.jspecify.annotations.NullMarked;
