/** What is different between schemas, printed for people and for machines. */
@NullMarked
package dev.litmus.cli.diff;

import org.jspecify.annotations.NullMarked;
