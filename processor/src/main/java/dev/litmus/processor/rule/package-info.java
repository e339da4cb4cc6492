/** The checks of a query against its method; a rule a class, each returns problems. */
@NullMarked
package dev.litmus.processor.rule;

import org.jspecify.annotations.NullMarked;
