/** The application's databases, their transactions, and what generated repositories call. */
@NullMarked
package dev.litmus.runtime;

import org.jspecify.annotations.NullMarked;
