/** The runtime's own prepared statement and result, wrapped around the driver's: strict where the driver is lenient. */
@NullMarked
package dev.litmus.runtime.internal.statement;

import org.jspecify.annotations.NullMarked;
