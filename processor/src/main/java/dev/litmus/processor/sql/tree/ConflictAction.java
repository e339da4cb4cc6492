package dev.litmus.processor.sql.tree;

/**
 * What happens when a constraint does not hold.
 *
 * @see <a href="https://sqlite.org/lang_conflict.html">The ON CONFLICT clause</a>
 */
public enum ConflictAction {
  ROLLBACK,
  ABORT,
  FAIL,
  IGNORE,
  REPLACE
}
