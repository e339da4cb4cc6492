/** Everything that the generator needs to know of a repository; complete once built. */
@NullMarked
package dev.litmus.processor.model;

import org.jspecify.annotations.NullMarked;
