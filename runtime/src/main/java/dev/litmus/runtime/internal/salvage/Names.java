package dev.litmus.runtime.internal.salvage;

import dev.litmus.runtime.internal.sql.QuotedName;

/** Names of tables: {@code main} is the new file, {@code damaged} the copy of the damaged one. */
final class Names {

  private Names() {}

  static String main(String table) {
    return "main." + QuotedName.of(table);
  }

  static String damaged(String table) {
    return "damaged." + QuotedName.of(table);
  }
}
