/** The Java source of a repository's implementation. */
@NullMarked
package dev.litmus.processor.generate;

import org.jspecify.annotations.NullMarked;
