/** What the developer declared: repositories, methods, parameters, records, read from javax.lang.model. */
@NullMarked
package dev.litmus.processor.declaration;

import org.jspecify.annotations.NullMarked;
