/** What users write on their repository interfaces; depends on nothing. */
@NullMarked
package dev.litmus.annotations;

import org.jspecify.annotations.NullMarked;
