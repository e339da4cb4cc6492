/** What is wrong with a user's code: codes, positions, evidence and the text that is printed. */
@NullMarked
package dev.litmus.processor.problem;

import org.jspecify.annotations.NullMarked;
