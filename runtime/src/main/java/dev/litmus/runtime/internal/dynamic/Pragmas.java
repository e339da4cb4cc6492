package dev.litmus.runtime.internal.dynamic;

import java.util.Set;

/**
 * Which pragmas dynamic SQL may run. Most with a value change the one connection that they happen to run on, or what the
 * runtime relies on; these are few enough to name the others.
 *
 * @see <a href="https://sqlite.org/pragma.html">SQLite: PRAGMA statements</a>
 */
final class Pragmas {

  /** What they are given is what they are asked about. */
  private static final Set<String> QUESTIONS = Set.of(
      "foreign_key_check",
      "foreign_key_list",
      "index_info",
      "index_list",
      "index_xinfo",
      "integrity_check",
      "quick_check",
      "table_info",
      "table_list",
      "table_xinfo");

  /** They change the file, or nothing beyond the transaction. */
  private static final Set<String> CHANGES =
      Set.of("defer_foreign_keys", "incremental_vacuum", "optimize", "user_version");

  /** They do something even without a value. */
  private static final Set<String> ACTIONS =
      Set.of("incremental_vacuum", "optimize", "shrink_memory", "wal_checkpoint");

  private Pragmas() {}

  /** Returns what a pragma does; {@code place} is where the word PRAGMA stands. */
  static SqlKind kind(Words words, int place) throws RefusedSqlException {
    int at = words.isOperator(place + 2, ".") ? place + 3 : place + 1;
    String name = words.name(at);
    boolean valued = words.size() > at + 1;
    if (valued ? QUESTIONS.contains(name) : !ACTIONS.contains(name)) {
      return SqlKind.QUERY;
    }
    if (CHANGES.contains(name)) {
      return SqlKind.SCHEMA;
    }
    throw new RefusedSqlException(
        "`PRAGMA " + name + "` would change a connection or file that the runtime has set up",
        "Use DatabaseSettings for what it offers, and leave the rest to the runtime");
  }
}
