/** Backups of databases: what they are, how they are made, how many are kept, and what a restored one replaced. */
@NullMarked
package dev.litmus.runtime.backup;

import org.jspecify.annotations.NullMarked;
