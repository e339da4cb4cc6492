package dev.litmus.runtime.soak;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;

import dev.litmus.runtime.SqliteDatabase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A piece of work with a number, in three tables and in a savepoint too, of which all is there or nothing. */
final class TripleWork {

  private static final List<String> TABLES = List.of(
      "SELECT n FROM counters",
      "SELECT v FROM anything",
      "SELECT CAST(id AS INTEGER) FROM messages");

  private TripleWork() {}

  /** Does it, in one transaction. */
  static void perform(SqliteDatabase chat, int number, int textLength) {
    chat.transaction(() -> {
      write(chat, "INSERT INTO counters (n) VALUES (?)", number);
      chat.transaction(() -> {
        write(chat, "INSERT INTO anything (v) VALUES (?)", number);
      });
      write(
          chat,
          "INSERT INTO messages (id, body) VALUES (?, ?)",
          String.valueOf(number),
          "x".repeat(textLength));
    });
  }

  /** The numbers that are there; a half is a finding. */
  static Set<Integer> numbers(SqliteDatabase chat, Ledger ledger) {
    Set<Integer> numbers = new TreeSet<>();
    for (String table : TABLES) {
      Set<Integer> some = new TreeSet<>();
      read(chat, table).forEach(number -> some.add((Integer) number));
      if (table.equals(TABLES.get(0))) {
        numbers = some;
      } else {
        ledger.whole(table, some, numbers);
      }
    }
    return numbers;
  }
}
