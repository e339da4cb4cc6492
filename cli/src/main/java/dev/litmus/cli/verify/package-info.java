/** Whether the migrations of each database can be applied, printed for people and for machines. */
@NullMarked
package dev.litmus.cli.verify;

import org.jspecify.annotations.NullMarked;
