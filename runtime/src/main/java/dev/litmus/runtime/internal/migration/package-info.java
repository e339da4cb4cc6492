/** Migration chains: read, verified, applied. */
@NullMarked
package dev.litmus.runtime.internal.migration;

import org.jspecify.annotations.NullMarked;
