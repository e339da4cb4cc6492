/** Opens sqlite-jdbc's connections with Litmus's settings; the one place of the runtime that drives it. */
@NullMarked
package dev.litmus.runtime.internal.driver;

import org.jspecify.annotations.NullMarked;
