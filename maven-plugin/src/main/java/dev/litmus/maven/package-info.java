/**
 * The Maven plugin. Two things that a build with an annotation processor gets wrong without a word are put right: it is
 * not compiled again when only SQL has changed, and it is green when the processor did not run.
 */
@NullMarked
package dev.litmus.maven;

import org.jspecify.annotations.NullMarked;
