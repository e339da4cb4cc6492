/** The annotation processor: its entry, the order of its steps, and the reporter that prints their problems. */
@NullMarked
package dev.litmus.processor;

import org.jspecify.annotations.NullMarked;
