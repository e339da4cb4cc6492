/** Copies of whole databases, consistent, verified and durable before they have their names. */
@NullMarked
package dev.litmus.runtime.internal.backup;

import org.jspecify.annotations.NullMarked;
